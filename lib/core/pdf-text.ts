/** First parts of words that are written with a hyphen more often than without. */
const keepsHyphen = new Set(
  'self well high low long short real open cross non half full all ex user end first second third one two three multi state so pre post anti semi quasi'.split(
    ' ',
  ),
);

/**
 * Text selected in a PDF, as running text: its lines are joined, and words that were divided at
 * the end of a line are whole again. Conservative: the hyphen goes only between two lower-case
 * letters, and stays where the same text writes the word with one or the first part often has one.
 * A blank line stays a new paragraph.
 */
export function joinPdfLines(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/u)
    .map((paragraph) => joinLines(paragraph, text));
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function joinLines(paragraph: string, whole: string): string {
  return paragraph
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((joined, line) => joinTwo(joined, line, whole), '')
    .replace(/\s+/gu, ' ');
}

function joinTwo(joined: string, line: string, whole: string): string {
  if (joined === '') return line;
  if (joined.endsWith('\u00ad')) return joined.slice(0, -1) + line;
  const first = /([\p{L}\p{N}\u2010-]+)[-\u2010]$/u.exec(joined)?.[1];
  const second = /^[\p{L}\p{N}]+/u.exec(line)?.[0];
  if (first === undefined || second === undefined) return `${joined} ${line}`;
  return isDivided(first, second, whole) ? joined.slice(0, -1) + line : joined + line;
}

/** Whether the hyphen between two parts is there only because the line ended. */
function isDivided(first: string, second: string, whole: string): boolean {
  if (!/^\p{Ll}{2,}$/u.test(first.replace(/^\p{Lu}/u, 'x'))) return false;
  if (!/^\p{Ll}{2,}$/u.test(second)) return false;
  const text = whole.toLowerCase();
  const word = `${first}${second}`.toLowerCase();
  if (text.includes(word)) return true;
  return (
    !text.includes(`${first.toLowerCase()}-${second}`) && !keepsHyphen.has(first.toLowerCase())
  );
}
