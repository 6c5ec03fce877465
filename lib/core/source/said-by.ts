import type { Place, Source } from './source.ts';

const spoken: ReadonlySet<Place['kind']> = new Set([
  ...(['comment', 'answer', 'question', 'post'] as const),
  ...(['issue', 'pull', 'discussion'] as const),
]);

type Said = Pick<Source, 'author' | 'published' | 'place'>;

/** True if a place has the words of one of several people on a page. */
export function isSpoken({ place }: Pick<Source, 'place'>): boolean {
  return place !== undefined && spoken.has(place.kind);
}

/** Returns the author and the date; on a page with several authors, only those of this place. */
export function saidBy(source: Said): { author: string; published: string } {
  return isSpoken(source) && source.place ? source.place : source;
}
