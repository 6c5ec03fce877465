import type { Reply } from '../../support/browsers/site.ts';
import type { Hands } from '../hands.ts';

/**
 * The order of the work: alternating between reading and writing, or reading and clipping
 * everything, and then writing, in the panel or at the desk.
 */
export type Way = 'written along' | 'read first' | 'at the desk';

/** A post to compose: its sources, the expected result, and how a note-taker gets there. */
export interface Post {
  name: string;
  /** Its shape, for the table. */
  shape: string;
  pages: Record<string, Reply>;
  expected: string;
  /** Returns the part of a draft that must be the same; default: all of it, byte for byte. */
  compare?(draft: string): string;
  /** How to get there, from the first source to the last word; then the draft is copied. */
  ways: Partial<Record<Way, (hands: Hands) => Promise<void>>>;
}
