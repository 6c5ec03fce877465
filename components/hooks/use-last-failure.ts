import type { LastFailure } from '../../lib/core/last-failure.ts';
import { watchLastFailure } from '../../lib/store/watch.ts';
import { database, deps } from './edges.ts';
import { useLive } from './use-live.ts';

/** The last clip that was not kept, until it is dismissed. */
export function useLastFailure(): { failure: LastFailure | undefined; dismiss(): void } {
  const live = useLive<LastFailure | undefined>('failure', (next, fail) =>
    watchLastFailure(database, next, fail),
  );
  return {
    failure: live.value,
    // What cannot be forgotten now is shown again; nothing is lost by that.
    dismiss: () => void deps.settings.setLastFailure(undefined).catch(() => {}),
  };
}
