import { type BegunClip, BegunClipSchema } from '../core/capture/begun-clip.ts';
import { sessionRecords } from './session-records.ts';

const records = sessionRecords('begun-clip', BegunClipSchema);

/** Clips whose outcome was not shown yet (`BegunClips` in `lib/app/ports.ts`). */
export const begunClips = {
  async add(begun: BegunClip): Promise<void> {
    await records.put(begun.id, begun);
  },
  remove: records.remove,
  list: records.list,
};
