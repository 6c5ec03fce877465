/**
 * Puts Markdown into an HTML comment. What would end the comment early (`-->`, `--!>`; and `>` or
 * `->` at its very start, which the blank line prevents) gets `&gt;` for its `>`: CommonMark,
 * goldmark and browsers all look for the character itself, and in Markdown that is taken out of the
 * comment again the reference still reads as `>`.
 */
export function renderHidden(markdown: string): string {
  return `<!--\n\n${markdown.replace(/--(!?)>/g, '--$1&gt;')}\n\n-->`;
}
