import { typographic } from '../markdown/typographer.ts';
import type { PostElement, PostNode } from './post-nodes.ts';

/** In words: marks that may mean something to Markdown, and addresses that become links by themselves. */
const special = /[*_`~\\&<>|{}[\]@\p{Cc}\p{Cs}]|www\.|https?:/iu;
/** A line that begins like this is part of a paragraph, and not a heading, a list, or a rule. */
const beginning = /^(?!\d+[.)])(?:[\p{L}\p{N}"'“„‘’«(…—[]|-- [\p{L}[])/u;
const link = /(?<!!)\[([^[\]]+)\]\((https?:\/\/[\w./?=#~+,;:-]+)\)/gu;
/** What `typographic` may change. */
const typographed = /["']|--|\.\.\./;

/**
 * Reads paragraphs of words and links, and quotes of such paragraphs, without Markdown's reader and
 * an HTML document: most of a post is like this, and it takes a tenth of the time. Undefined for
 * everything else.
 */
export function proseNodes(markdown: string, typographer: boolean): PostNode[] | undefined {
  return blockNodes(markdown, (block) => {
    if (!block.startsWith('>')) return paragraph(block, typographer);
    const quoted = unquoted(block);
    const nodes =
      quoted === undefined
        ? undefined
        : blockNodes(quoted, (inner) => paragraph(inner, typographer));
    return nodes && element('blockquote', ['\n', ...nodes, '\n']);
  });
}

/** Returns a node for each block, with line ends between them; undefined if one can't be read. */
function blockNodes(
  text: string,
  read: (block: string) => PostNode | undefined,
): PostNode[] | undefined {
  const nodes: PostNode[] = [];
  for (const block of text.split('\n\n')) {
    const node = read(block);
    if (node === undefined) return undefined;
    if (nodes.length > 0) nodes.push('\n');
    nodes.push(node);
  }
  return nodes;
}

/** Returns the text of a quote; undefined if one of its lines is not marked as usual. */
function unquoted(block: string): string | undefined {
  const lines = block.split('\n');
  if (!lines.every((line) => line === '>' || line.startsWith('> '))) return undefined;
  return lines.map((line) => line.slice(2)).join('\n');
}

function paragraph(text: string, typographer: boolean): PostNode | undefined {
  for (const line of text.split('\n'))
    if (!beginning.test(line) || line.endsWith(' ')) return undefined;
  // Words and addresses by turns: words, a link's words, its address, words.
  const parts = text.split(link);
  const words = parts.filter((_, at) => at % 3 !== 2);
  const addresses = parts.filter((_, at) => at % 3 === 2);
  if (words.some((each) => special.test(each.replaceAll('\n', ' ')))) return undefined;
  const set = typographer && typographed.test(text) ? typeset(words) : words;
  const children = set.flatMap((each, at): PostNode[] => {
    if (at % 2 === 1) return [element('a', [each], addresses[(at - 1) / 2])];
    return each === '' ? [] : [each];
  });
  return element('p', children);
}

/** Every second text is a link's. */
function typeset(words: readonly string[]): string[] {
  const html = words.map((each) => each.replaceAll('"', '&quot;'));
  const marked = html.map((each, at) => (at % 2 === 1 ? `<a>${each}</a>` : each)).join('');
  return typographic(`<p>${marked}</p>`)
    .slice('<p>'.length, -'</p>'.length)
    .split(/<\/?a>/)
    .map((each) => each.replaceAll('&quot;', '"'));
}

const element = (tag: string, children: PostNode[], address = ''): PostElement => ({
  ...{ tag, address, alt: '', checked: false, children },
});
