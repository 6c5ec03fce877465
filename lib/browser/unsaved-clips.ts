import { type LastFailure, LastFailureSchema } from '../core/last-failure.ts';
import { type UnsavedClip, UnsavedClipSchema } from '../core/unsaved-clip.ts';
import { sessionRecords } from './session-records.ts';

const clips = sessionRecords('unsaved', UnsavedClipSchema);
const failures = sessionRecords('failure', LastFailureSchema);
/** There is one at most. */
const last = 'last';

/** Clips that could not be saved (`UnsavedClips` in `lib/app/ports.ts`). */
export const unsavedClips = {
  keep: (clip: UnsavedClip) => clips.put(clip.id, clip),
  get: clips.get,
  discard: clips.remove,
  async setFailure(failure: LastFailure | undefined): Promise<void> {
    if (failure === undefined) await failures.remove(last);
    else await failures.put(last, failure);
  },
};

/** Calls back with the unsaved clips, the latest first, now and after every change. */
export function watchUnsavedClips(callback: (unsaved: UnsavedClip[]) => void): () => void {
  return clips.watch((all) => callback(all.toSorted((a, b) => (a.at < b.at ? 1 : -1))));
}

/** Calls back with the last failure that cost no words, now and after every change. */
export function watchLastFailure(callback: (failure: LastFailure | undefined) => void): () => void {
  return failures.watch(([failure]) => callback(failure));
}
