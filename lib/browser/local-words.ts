import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { InstantSchema } from '../core/base/record.ts';

/**
 * The words of the library in `storage.local`, in pieces of a megabyte: in Firefox (153) damage to
 * the origin's files destroys the database and our own files, but not this.
 */
const HeadSchema = v.object({
  at: InstantSchema,
  /** Identifies the keys of the pieces. */
  part: v.string(),
  pieces: v.number(),
  writes: v.number(),
  wrapUps: v.number(),
  items: v.number(),
  leftOut: v.number(),
});

export type LocalWordsHead = v.InferOutput<typeof HeadSchema>;

const headKey = 'words';
const keysOf = ({ part, pieces }: Pick<LocalWordsHead, 'part' | 'pieces'>) =>
  Array.from({ length: pieces }, (_, at) => `words:${part}:${at}`);

/** Undefined if there are none. */
export async function readWordsHead(): Promise<LocalWordsHead | undefined> {
  const stored = (await browser.storage.local.get(headKey))[headKey];
  const parsed = v.safeParse(HeadSchema, stored);
  return parsed.success ? parsed.output : undefined;
}

export async function readWords(head: LocalWordsHead): Promise<string> {
  const keys = keysOf(head);
  const stored = await browser.storage.local.get(keys);
  return keys.map((key) => String(stored[key] ?? '')).join('');
}

/** The old pieces stay until all new ones are written. */
export async function writeWords(
  pieces: readonly string[],
  head: Omit<LocalWordsHead, 'part' | 'pieces'>,
): Promise<void> {
  const before = await readWordsHead();
  const next = { ...head, part: before?.part === 'a' ? 'b' : 'a', pieces: pieces.length };
  for (const [at, key] of keysOf(next).entries()) {
    await browser.storage.local.set({ [key]: pieces[at] });
  }
  await browser.storage.local.set({ [headKey]: next });
  if (before) await browser.storage.local.remove(keysOf(before));
}
