/** Returns the shortest run of backticks that does not occur in `text`. */
function fenceFor(text: string): string {
  if (!text.includes('`')) return '`';
  const lengths = new Set<number>();
  for (const [run] of text.matchAll(/`+/g)) lengths.add(run.length);
  let count = 1;
  while (lengths.has(count)) count++;
  return '`'.repeat(count);
}

/**
 * An odd number of backslashes before a pipe; with one more, they would pair up and unescape the
 * pipe.
 */
const backslashedPipe = /(?<!\\)(?:\\\\)*\\\|/;

function htmlCode(text: string): string {
  return `<code>${text.replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</code>`;
}

/**
 * Writes inline code. `inCell`: in a pipe table, whose cells are split before code is recognised.
 */
export function codeSpan(text: string, inCell: boolean): string {
  if (inCell && backslashedPipe.test(text)) return htmlCode(text);
  const fence = fenceFor(text);
  const isPadded = text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text);
  const pad = text.startsWith('`') || text.endsWith('`') || isPadded ? ' ' : '';
  const code = inCell ? text.replaceAll('|', '\\|') : text;
  return fence + pad + code + pad + fence;
}
