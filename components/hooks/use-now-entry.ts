import { useEffect, useState } from 'preact/hooks';
import type { RecordingClock } from '../../lib/client/recording-clock.ts';
import { entryAt, type TimelineGroup } from '../../lib/clips/timeline.ts';

/** Often enough, because entries begin at most once a second. */
const lookMs = 500;

/** Id of the entry at the recording's current time; undefined before the first. */
export function useNowEntry(
  clock: RecordingClock,
  groups: readonly TimelineGroup[],
): string | undefined {
  const [nowId, setNowId] = useState<string>();
  useEffect(() => {
    const look = () => {
      const { recording } = clock;
      const seconds = clock.seconds();
      const entry =
        recording && seconds !== null ? entryAt(groups, recording.mediaUrl, seconds) : undefined;
      setNowId(entry?.id);
    };
    look();
    const timer = setInterval(look, lookMs);
    const stop = clock.listen(look);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [clock, groups]);
  return nowId;
}
