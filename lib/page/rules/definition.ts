import { indentRest, type Rule, setApart, trimmed } from './rule.ts';

/**
 * Definition lists in the form that Hugo, Pandoc and PHP Markdown Extra share; where it is not
 * known, paragraphs remain.
 * @see https://michelf.ca/projects/php-markdown/extra/#def-list
 */
export const definition: Rule = {
  filter: 'DD',
  replacement(content, node) {
    const text = trimmed(content);
    if (text === '') return '';
    const isBound = node.previous?.nodeName === 'P' || node.previous?.nodeName === 'DD';
    if (!node.flag || !isBound) return setApart(text, node);
    return `\n\n: ${indentRest(text, 2)}\n\n`;
  },
};
