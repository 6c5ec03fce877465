import type { OutlineNode } from '../outline/outline-node.ts';
import { indentRest, type Rule, setApart, trimmed } from './rule.ts';

function isInDefinition({ parentNode }: OutlineNode): boolean {
  return parentNode?.nodeName === 'DD' && (parentNode.hasTerm || isInDefinition(parentNode));
}

/**
 * Definition lists in the form that Hugo, Pandoc and PHP Markdown Extra share; other parsers see
 * paragraphs.
 * @see https://michelf.ca/projects/php-markdown/extra/#def-list
 */
export const definition: Rule<'DD'> = {
  filter: 'DD',
  replacement(content, node) {
    const text = trimmed(content);
    if (text === '') return '';
    const isBound = node.previous?.nodeName === 'P' || node.previous?.nodeName === 'DD';
    // Other parsers read only a paragraph after a colon, and treat text that is indented twice as
    // code.
    const [first, second] = node.childNodes;
    const isReadable = first?.nodeName === 'P' && (!second || !isInDefinition(node));
    if (!node.hasTerm || !isBound || !isReadable) return setApart(text, node);
    return `\n\n: ${indentRest(text, 2)}\n\n`;
  },
};
