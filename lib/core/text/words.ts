/** The words of a text in Markdown, without its marks and the addresses of its links. */
export function wordsOf(markdown: string): string[] {
  const readable = markdown
    .replace(
      /\]\((?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\)/g,
      ']',
    )
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi, '')
    .replace(/^[ \t>]*(?:\d+[.)]|[*+-])(?=\s)/gm, '')
    .replace(/[\\*_~`]/g, '');
  return readable.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/**
 * Whether two texts in Markdown say the same words in the same order. Marks, links' addresses and
 * line breaks may differ; a word left out, as by `[...]`, does not pass.
 */
export function sameWords(one: string, other: string): boolean {
  if (one === other) return true;
  const ones = wordsOf(one);
  const others = wordsOf(other);
  return ones.length === others.length && ones.every((word, at) => word === others[at]);
}
