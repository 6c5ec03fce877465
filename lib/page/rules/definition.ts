import { indentRest, type Rule, trimmed } from './rule.ts';

/**
 * Definition lists in the form that Hugo, Pandoc and PHP Markdown Extra share; where it is not
 * known, paragraphs remain.
 * @see https://michelf.ca/projects/php-markdown/extra/#def-list
 */
export const definition: Rule = {
  filter: 'DD',
  replacement(content) {
    const text = trimmed(content);
    return text === '' ? '' : `\n\n: ${indentRest(text, 2)}\n\n`;
  },
};
