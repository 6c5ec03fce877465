const wholeFence = /^(`{3,}|~{3,})[^\S\n]*([^\n]*)(\n[\s\S]*)\n\1$/;

/**
 * Writes code as a fenced block in its language. A fence keeps its text, and its language if it has
 * one; anything else is fenced by its plain text.
 */
export function fenceCode(markdown: string, text: string, language: string): string {
  const fence = wholeFence.exec(markdown.trim());
  // A fence may end and another begin within.
  if (fence && !`${fence[3]}\n`.includes(`\n${fence[1]}\n`)) {
    const bare = (fence[2] ?? '').trim() === '';
    return bare ? markdown.trim().replace(/^([`~]{3,})[^\S\n]*/, `$1${language}`) : markdown;
  }
  const code = text.replace(/^\n+|\s+$/g, '');
  if (code === '') return markdown;
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${code}\n${ticks}`;
}
