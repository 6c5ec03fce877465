import { browser } from 'wxt/browser';
import { type LastFailure, LastFailureSchema } from '../core/capture/last-failure.ts';
import { isTypedLater, type UnsavedClip, UnsavedClipSchema } from '../core/capture/unsaved-clip.ts';
import { sessionRecords } from './session-records.ts';

const clips = sessionRecords('unsaved', UnsavedClipSchema);
const failures = sessionRecords('failure', LastFailureSchema);
/** There is at most one. */
const last = 'last';

/**
 * Chromium (156) holds 10 MB in `storage.session` altogether. The rest is for small records without
 * which nothing works: which clip a card belongs to, what is loading.
 */
const roomBytes = 8_000_000;

let lastWrite: Promise<unknown> = Promise.resolve();

/** One write after the other, because each depends on what is kept. */
function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const written = lastWrite.then(write);
  lastWrite = written;
  return written;
}

/** Clips that could not be saved (`UnsavedClips` in `lib/app/ports.ts`). */
export const unsavedClips = {
  keep: (clip: UnsavedClip): Promise<boolean> =>
    inTurn(async () => {
      if (isTypedLater(await clips.get(clip.id), clip.turn)) return true;
      const bytes = new Blob([JSON.stringify(clip)]).size + (await bytesInUse());
      return bytes <= roomBytes && clips.put(clip.id, clip);
    }),
  get: clips.get,
  discard: (id: string, turn = Number.POSITIVE_INFINITY): Promise<void> =>
    inTurn(async () => {
      const kept = await clips.get(id);
      if (kept && !isTypedLater(kept, turn)) await clips.remove(id);
    }),
  async setFailure(failure: LastFailure | undefined): Promise<void> {
    if (failure === undefined) await failures.remove(last);
    else await failures.put(last, failure);
  },
};

async function bytesInUse(): Promise<number> {
  try {
    return await browser.storage.session.getBytesInUse(null);
  } catch {
    // Not all browsers report the size; then the browser itself refuses what is too large.
    return 0;
  }
}

/** Calls back with the unsaved clips, the latest first, now and after every change. */
export function watchUnsavedClips(callback: (unsaved: UnsavedClip[]) => void): () => void {
  return clips.watch((all) => callback(all.toSorted((a, b) => (a.at < b.at ? 1 : -1))));
}

/** Calls back with the last failure that lost no words, now and after every change. */
export function watchLastFailure(callback: (failure: LastFailure | undefined) => void): () => void {
  return failures.watch(([failure]) => callback(failure));
}
