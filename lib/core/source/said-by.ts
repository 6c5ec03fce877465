import type { Place, Source } from './source.ts';

const spoken: ReadonlySet<Place['kind']> = new Set([
  ...(['comment', 'answer', 'question', 'post'] as const),
  ...(['issue', 'pull', 'discussion'] as const),
]);

type Said = Pick<Source, 'author' | 'published' | 'place'>;

/** True if a place has words of one among many who say something on a page. */
export function isSpoken({ place }: Pick<Source, 'place'>): boolean {
  return place !== undefined && spoken.has(place.kind);
}

/** Who says it, and when: of many on one page, each for themselves alone. */
export function saidBy(source: Said): { author: string; published: string } {
  return isSpoken(source) && source.place ? source.place : source;
}
