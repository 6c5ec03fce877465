import { lineHyphen, TextWords } from './pdf-hyphen.ts';

/** Letter groups that fonts draw as one glyph; other forms are not touched (`²` stays `²`). */
const ligatures: Record<string, string> = {
  ...{ ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' },
};

/** A sign that is only used at the start of a list item. */
const bullet = /^[•◦▪▫‣⁃●○■□∙](?:[ \t\u00a0]|$)/u;
/** Signs and numbers that also occur in running text. */
const looseBullet = /^(?:[-–—*·]|\(?\d{1,2}[.)]|\[\d{1,3}\]|\(?[a-z][.)])[ \t\u00a0]+\S/u;
/** The end of a sentence, or of a line that announces a list. */
const sentenceEnd = /[.:;!?…][)"'»”’]?$/u;
/** Scripts that are written without spaces, and their punctuation. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Turns text selected in a PDF into running text: its lines are joined, words divided at the end of
 * a line are whole again, and ligatures become letters. A blank line still starts a paragraph, and
 * a list item starts a line. No word is added or lost; only hyphens and white space change.
 */
export function joinPdfLines(text: string): string {
  const plain = text
    .replace(/\r\n?|\v|\u2028/g, '\n')
    .replace(/\f|\u2029/g, '\n\n')
    .replace(/[ﬀ-ﬆ]/g, (letter) => ligatures[letter] ?? letter)
    .replace(/\u00ad(?![^\S\n]*\n)/g, '');
  const words = new TextWords(plain);
  const paragraphs = plain
    .split(/\n[^\S\n]*\n\s*/u)
    .map((paragraph) => joinLines(paragraph, words));
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function joinLines(paragraph: string, words: TextWords): string {
  const pieces: string[] = [];
  let last = '';
  let inList = false;
  let inAddress = false;
  for (const each of paragraph.split('\n')) {
    const line = each.replace(/\s+/gu, ' ').trim();
    if (line === '') continue;
    const startsItem: boolean =
      bullet.test(line) ||
      (looseBullet.test(line) && (last === '' || inList || sentenceEnd.test(last)));
    inList ||= startsItem;
    inAddress = endsInAddress(last, inAddress) && /^[\w%~]/.test(line);
    if (last !== '') {
      if (startsItem) pieces.push(last, '\n');
      else if (inAddress) pieces.push(last);
      else pieces.push(...joinTwo(last, line, words));
    }
    last = line;
  }
  return [...pieces, last].join('').replace(/\u00ad/g, '');
}

/** Returns a line as it stays when another follows, and what comes between them. */
function joinTwo(last: string, line: string, words: TextWords): [string, string] {
  if (last.endsWith('\u00ad')) return [last.slice(0, -1), ''];
  const before = last.slice(-100);
  const first = /([\p{L}\p{N}\p{M}\u2010\u2011-]+)[-\u2010\u2011]$/u.exec(before)?.[1];
  const second = /^[\p{L}\p{N}\p{M}]+/u.exec(line.slice(0, 100))?.[0];
  if (first !== undefined && second !== undefined) {
    const hyphen = last.endsWith('\u2011') ? 'kept' : lineHyphen(first, second, words);
    if (hyphen === 'dropped') return [last.slice(0, -1), ''];
    return [last, hyphen === 'kept' ? '' : ' '];
  }
  // A range: `pages 12–` and `15`.
  if (/\d[–‑]$/u.test(before) && /^\d/.test(line)) return [last, ''];
  const isUnspaced = unspaced.test(lastLetter(last)) && unspaced.test(firstLetter(line));
  return [last, isUnspaced ? '' : ' '];
}

/**
 * True if an address continues in the next line, because the line ends with a sign that ends no
 * address.
 */
function endsInAddress(line: string, goesOn: boolean): boolean {
  const word = line.slice(line.lastIndexOf(' ') + 1);
  const isAddress = /^\(?(?:https?:\/\/|www\.)/i.test(word) || (goesOn && word === line);
  return isAddress && /[/=&?_%#-]$/.test(word);
}

const firstLetter = (text: string) => String.fromCodePoint(text.codePointAt(0) ?? 0x20);
const lastLetter = (text: string) => [...text.slice(-2)].at(-1) ?? '';
