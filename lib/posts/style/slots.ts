import { formatDate, parseDate } from '../../core/time/date.ts';
import type { PostSeen } from './read-posts.ts';

/**
 * Returns a text, as Liquid, with slots where it repeats the post's title, slug, date or number;
 * undefined if it contains none of them.
 * @param countsNumber whether the number alone is enough: in one post it may be there by chance
 */
export function asPattern(text: string, post: PostSeen, countsNumber: boolean): string | undefined {
  if (text.includes('{') || text.trim() === '') return undefined;
  const { title, slug, number, date } = post;
  const parts = date && parseDate(date.date);
  const dates = parts
    ? ['%Y-%m-%d', '%Y/%m/%d', '%Y/%m', '%B %Y'].map((form): [string, string] => [
        formatDate(parts, form),
        `{{ date | date: "${form}" }}`,
      ])
    : [];
  const known: [string, string][] = [
    ...(title.length > 3 ? [[title, '{{ title }}'] as [string, string]] : []),
    ...(slug.length > 3 ? [[slug, '{{ slug }}'] as [string, string]] : []),
    ...dates,
  ];
  // Slots are inserted one after the other, only outside existing slots.
  let pieces: (string | { slot: string })[] = [text];
  const replace = (find: RegExp | string, slot: string) => {
    pieces = pieces.flatMap((piece) => {
      if (typeof piece !== 'string') return [piece];
      return piece.split(find).flatMap((each, at) => (at === 0 ? [each] : [{ slot }, each]));
    });
  };
  for (const [said, slot] of known) replace(said, slot);
  const isSure = pieces.length > 1;
  if (number !== undefined && (isSure || countsNumber)) {
    replace(new RegExp(`(?<![\\p{L}\\d.])${number}(?![\\p{L}\\d])`, 'u'), '{{ number }}');
  }
  if (pieces.length === 1) return undefined;
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.slot)).join('');
}

/** Writes words of a post as a Liquid template that prints them: Liquid syntax is escaped. */
export const asLiquidText = (text: string): string => text.replace(/\{(?=[{%]|$)/g, '{{ "{" }}');
