/** A part of a text whose line ends are visible on the page. */
export type LinePiece =
  | { type: 'text'; text: string }
  | { type: 'break' }
  /** Lines that are indented as code. */
  | { type: 'code'; text: string }
  /** Lines that a reader sees as a list: `1.` and `2.` with nothing else among them. */
  | { type: 'list'; first: number | null; items: string[] };

export interface LineContext {
  /** The text begins its block. */
  isFirst: boolean;
  /** The text ends its block. */
  isLast: boolean;
  /** Spaces at the start of lines are visible, too. */
  keepsSpaces: boolean;
}

const indented = /^(?: {4}|\t)/;
const numbered = /^ {0,3}(\d{1,9})[.)][ \t]+(?=\S)/;
const bullet = /^ {0,3}([-*•‣▪–])[ \t]+(?=\S)/;

function codeOf(lines: readonly string[]): LinePiece | undefined {
  if (!lines.every((line) => indented.test(line))) return undefined;
  const depths = lines.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const depth = depths.reduce((least, each) => Math.min(least, each));
  return { type: 'code', text: lines.map((line) => line.slice(depth)).join('\n') };
}

function listOf(lines: readonly string[]): LinePiece | undefined {
  if (lines.length < 2) return undefined;
  const numbers = lines.map((line) => numbered.exec(line));
  const first = Number(numbers[0]?.[1]);
  if (numbers.every((match, index) => match && Number(match[1]) === first + index)) {
    return { type: 'list', first, items: lines.map((line) => line.replace(numbered, '')) };
  }
  const marker = bullet.exec(lines[0] ?? '')?.[1];
  if (!marker || !lines.every((line) => bullet.exec(line)?.[1] === marker)) return undefined;
  return { type: 'list', first: null, items: lines.map((line) => line.replace(bullet, '')) };
}

/**
 * Returns the pieces of a text whose line ends the page keeps (`white-space: pre-wrap`, `pre-line`
 * …): a break for each line end, so an empty line is two breaks. Paragraphs that are entirely a
 * list or indented code become one.
 */
export function keptLines(text: string, context: LineContext): LinePiece[] {
  const lines = text.split(/\r\n?|\n/);
  const isBlank = (index: number): boolean => lines[index]?.trim() === '';
  const last = lines.length - 1;
  const pieces: LinePiece[] = [];
  for (let index = 0; index <= last; index++) {
    if (index > 0) pieces.push({ type: 'break' });
    if (isBlank(index)) continue;
    let end = index;
    while (end < last && !isBlank(end + 1)) end++;
    // What is before the text, or after it, may be in the same line.
    const begins = index > 1 || (context.isFirst && (index === 0 || isBlank(0)));
    const ends = end < last - 1 || (context.isLast && (end === last || isBlank(last)));
    const paragraph = lines.slice(index, end + 1);
    const whole =
      begins && ends
        ? ((context.keepsSpaces ? codeOf(paragraph) : undefined) ?? listOf(paragraph))
        : undefined;
    if (whole) joinCode(pieces, whole);
    else {
      paragraph.forEach((line, at) => {
        if (at > 0) pieces.push({ type: 'break' });
        pieces.push({ type: 'text', text: line });
      });
    }
    index = end;
  }
  return pieces;
}

/** An empty line in code belongs to it. */
function joinCode(pieces: LinePiece[], next: LinePiece): void {
  let at = pieces.length - 1;
  while (pieces[at]?.type === 'break') at--;
  const before = pieces[at];
  if (next.type === 'code' && before?.type === 'code') {
    before.text += `\n\n${next.text}`;
    pieces.length = at + 1;
  } else pieces.push(next);
}
