/**
 * East Asian Wide and Fullwidth (UAX 11), as code point ranges; simplified where whole planes are
 * wide.
 * @see https://www.unicode.org/reports/tr11/
 */
const wideRanges: readonly [first: number, last: number][] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18d08],
  [0x1aff0, 0x1b2fb],
  [0x20000, 0x3fffd],
];

const plain = /^[\u0020-\u02ff]*$/;

/** True if each of a text's UTF-16 code units takes one column. */
export const isPlain = (text: string): boolean => plain.test(text);

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Modifier}]$/u;
const wideEmoji = /^\p{Emoji_Presentation}$/u;

function isWide(codePoint: number): boolean {
  return wideRanges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/**
 * Returns the columns that a text takes in a fixed-width font: wide characters and emoji count two.
 */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  let joined = false;
  let previous = 0;
  for (const char of text) {
    const codePoint = char.codePointAt(0) ?? 0;
    if (codePoint === 0xfe0f && previous === 1) {
      // The selector requests the emoji form, which is wide.
      width += previous = 1;
    } else if (!zeroWidth.test(char)) {
      previous = joined ? 0 : characterWidth(char, codePoint);
      width += previous;
    }
    joined = codePoint === 0x200d;
  }
  return width;
}

function characterWidth(char: string, codePoint: number): number {
  // Two regional indicators make one flag of two columns.
  if (codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff) return 1;
  return isWide(codePoint) || wideEmoji.test(char) ? 2 : 1;
}
