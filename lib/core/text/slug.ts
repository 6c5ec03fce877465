import { clampText, limits } from '../base/limits.ts';

/** Letters that Unicode does not decompose into a base letter and a mark. */
const spelledOut: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l' };

/** Device names that Windows and Chromium's downloads refuse, with or without an extension. */
const reservedName = /^(?:con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)$/;

/**
 * Makes a slug from any text: lower-case letters and digits joined by single hyphens. Latin letters
 * lose their marks (`é` → `e`); other scripts keep their letters. '' if nothing is left.
 */
export function createSlug(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđł]/g, (letter) => spelledOut[letter] ?? letter)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return clampText(folded.replace(/^-+/, ''), limits.slug).replace(/-+$/, '');
}

/**
 * Returns a file name that every system and both browsers' downloads accept: the slug made safe
 * again (it may have been typed), or `wrap-up` if it is empty.
 * @param extension without the dot
 */
export function createFileName(slug: string, extension: string): string {
  // File systems count bytes (255 of them), and a letter takes at most four in UTF-8.
  const stem = clampText(createSlug(slug), 60).replace(/-+$/, '') || 'wrap-up';
  return `${reservedName.test(stem) ? `${stem}-` : stem}.${extension}`;
}
