import { oneLine } from '../text/title.ts';

/**
 * Pictographs in a name, with their joiners and skin tones; letters that look like pictographs
 * stay.
 */
const pictures =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*/gu;
/** `:verified:`: instances of Mastodon have their own pictures. */
const shortcodes = /(?<=^|\s):[\w+-]{2,50}:(?=\s|$)/g;
/** Marks that change the direction of the text around a name (Unicode 9.0, 23.2). */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;
/** Mathematical bold and other letters, which some people use in their names. */
const formulaLetters = /[\u{1d400}-\u{1d7ff}]+/gu;

const pronoun =
  '(?:she|her|hers|he|him|his|they|them|theirs|it|its|xe|xem|ze|zir|hir|fae|faer|ey|em|sie|ihr|er|ihm|ihn|dey|elle|il|lui|iel|ella|ellos|el|él|lei|any|all|none)';
const pronouns = new RegExp(
  `(?:\\s*[([]\\s*(?:${pronoun}(?:\\s*[/,|]\\s*${pronoun})*|[^()[\\]]{0,20}(?:pronouns|pronomen)[^()[\\]]{0,20})\\s*[)\\]]|[\\s·|,–-]+${pronoun}(?:\\s*/\\s*${pronoun})+)$`,
  'iu',
);
const network = /\s+[|·–-]\s+(?:LinkedIn|XING|Speaker Deck|Sessionize)\s*$/iu;

/**
 * Returns a name for use in a post: `(2) Ada Example 🦀 (she/her) | LinkedIn` → `Ada Example`.
 * Titles (`Dr.`), particles and letters of every script stay; a name of which nothing would remain
 * stays as it was.
 */
export function personName(text: string): string {
  const plain = oneLine(text.replace(directions, ''));
  let name = plain.replace(/^\(\d+\+?\)\s+/, '').replace(network, '');
  name = name.replace(formulaLetters, (letters) => letters.normalize('NFKC'));
  name = oneLine(name.replace(pictures, ' ').replace(shortcodes, ' '));
  name = name.replace(pronouns, '').replace(/[\s,;|·–-]+$/u, '');
  return /[\p{L}\p{N}]/u.test(name) ? name : plain;
}
