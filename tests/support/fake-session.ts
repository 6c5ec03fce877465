import type { BegunClips, LoadingPictures, UnsavedClips } from '../../lib/app/ports.ts';
import type { BegunClip } from '../../lib/core/capture/begun-clip.ts';
import type { LastFailure } from '../../lib/core/capture/last-failure.ts';
import type { LoadingPicture } from '../../lib/core/capture/loading-picture.ts';
import { isTypedLater, type UnsavedClip } from '../../lib/core/capture/unsaved-clip.ts';

export interface FakeSession {
  unsavedClips: UnsavedClips;
  loadingPictures: LoadingPictures;
  begunClips: BegunClips;
  /** The clips stored there now. */
  unsaved: Map<string, UnsavedClip>;
  loading: Map<string, LoadingPicture>;
  begun: Map<string, BegunClip>;
  failure: LastFailure | undefined;
  /** If set, a clip that is longer as JSON has no room. */
  roomFor: number;
}

/** What is kept until the browser closes, for tests of the use cases. */
export function fakeSession(): FakeSession {
  const fake: FakeSession = {
    unsaved: new Map(),
    loading: new Map(),
    begun: new Map(),
    failure: undefined,
    roomFor: Number.POSITIVE_INFINITY,
    unsavedClips: {
      keep: async (clip) => {
        if (isTypedLater(fake.unsaved.get(clip.id), clip.turn)) return true;
        const json = JSON.stringify(clip);
        if (json.length > fake.roomFor) return false;
        fake.unsaved.set(clip.id, JSON.parse(json) as UnsavedClip);
        return true;
      },
      get: async (id) => fake.unsaved.get(id),
      discard: async (id, turn = Number.POSITIVE_INFINITY) => {
        if (!isTypedLater(fake.unsaved.get(id), turn)) fake.unsaved.delete(id);
      },
      setFailure: async (failure) => {
        fake.failure = failure;
      },
    },
    loadingPictures: {
      add: async (loading) => void fake.loading.set(loading.itemId, loading),
      remove: async (id) => void fake.loading.delete(id),
      list: async () => [...fake.loading.values()],
    },
    begunClips: {
      add: async (begun) => void fake.begun.set(begun.id, begun),
      remove: async (id) => void fake.begun.delete(id),
      list: async () => [...fake.begun.values()],
    },
  };
  return fake;
}
