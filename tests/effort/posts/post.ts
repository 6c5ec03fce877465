import type { Reply } from '../../support/browsers/site.ts';
import type { Hands } from '../hands.ts';

/**
 * The order of the work: reading and writing by turns, or everything read and clipped, and then written, in the
 * panel or at the desk.
 */
export type Way = 'written along' | 'read first' | 'at the desk';

/** A post to compose: its sources, what has to come out, and how a note-taker gets there. */
export interface Post {
  name: string;
  /** What its shape is, for the table. */
  shape: string;
  pages: Record<string, Reply>;
  expected: string;
  /** What of a draft has to be the same; default: all of it, byte for byte. */
  compare?(draft: string): string;
  /** How one gets there, from the first source to the last word; the draft is copied after it. */
  ways: Partial<Record<Way, (hands: Hands) => Promise<void>>>;
}
