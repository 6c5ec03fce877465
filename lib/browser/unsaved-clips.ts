import { browser } from 'wxt/browser';
import { type LastFailure, LastFailureSchema } from '../core/capture/last-failure.ts';
import { type UnsavedClip, UnsavedClipSchema } from '../core/capture/unsaved-clip.ts';
import { sessionRecords } from './session-records.ts';

const clips = sessionRecords('unsaved', UnsavedClipSchema);
const failures = sessionRecords('failure', LastFailureSchema);
/** There is one at most. */
const last = 'last';

/**
 * Chromium (156) holds 10 MB of `storage.session`, for all that is in it. The rest is for the small
 * things, without which nothing works: which clip a card belongs to, what is loading.
 */
const roomBytes = 8_000_000;

/** Clips that could not be saved (`UnsavedClips` in `lib/app/ports.ts`). */
export const unsavedClips = {
  async keep(clip: UnsavedClip): Promise<boolean> {
    const bytes = new Blob([JSON.stringify(clip)]).size + (await bytesInUse());
    return bytes <= roomBytes && clips.put(clip.id, clip);
  },
  get: clips.get,
  discard: clips.remove,
  async setFailure(failure: LastFailure | undefined): Promise<void> {
    if (failure === undefined) await failures.remove(last);
    else await failures.put(last, failure);
  },
};

async function bytesInUse(): Promise<number> {
  try {
    return await browser.storage.session.getBytesInUse(null);
  } catch {
    // Not all browsers count them; then what is too much is refused by the browser itself.
    return 0;
  }
}

/** Calls back with the unsaved clips, the latest first, now and after every change. */
export function watchUnsavedClips(callback: (unsaved: UnsavedClip[]) => void): () => void {
  return clips.watch((all) => callback(all.toSorted((a, b) => (a.at < b.at ? 1 : -1))));
}

/** Calls back with the last failure that cost no words, now and after every change. */
export function watchLastFailure(callback: (failure: LastFailure | undefined) => void): () => void {
  return failures.watch(([failure]) => callback(failure));
}
