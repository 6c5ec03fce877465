/**
 * Removes HTML comments from the text. One that is never closed is text; takes time proportional to
 * the length.
 */
export function withoutComments(markdown: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const begin = markdown.indexOf('<!--', from);
    const end = begin < 0 ? -1 : markdown.indexOf('-->', begin + 4);
    if (end < 0) return kept + markdown.slice(from);
    kept += markdown.slice(from, begin);
    from = end + 3;
  }
}
