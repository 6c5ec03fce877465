import { type LoadingPicture, LoadingPictureSchema } from '../core/capture/loading-picture.ts';
import { sessionRecords } from './session-records.ts';

const records = sessionRecords('loading-picture', LoadingPictureSchema);

/** Pictures whose bytes are still loading (`LoadingPictures` in `lib/app/ports.ts`). */
export const loadingPictures = {
  async add(loading: LoadingPicture): Promise<void> {
    await records.put(loading.itemId, loading);
  },
  remove: records.remove,
  list: records.list,
};

/** Calls back with all pictures that are loading, now and after every change. */
export const watchLoadingPictures = records.watch;
