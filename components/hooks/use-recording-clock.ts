import { useEffect, useRef, useState } from 'preact/hooks';
import { RecordingClock } from '../../lib/client/recording-clock.ts';
import { wholeSeconds } from '../../lib/core/media/time-label.ts';
import type { PageEdge } from './use-page.ts';

/** How often the recording's position is read. */
const syncMs = 1_000;
/** While nothing known plays, the whole page is searched this many times less often. */
const searchEvery = 3;
/** Often enough that no second is shown late. */
const tickMs = 200;

/**
 * The clock of what plays in the tab, kept correct while this page is visible.
 * @param search whether to look for a recording if there was none
 */
export function useRecordingClock(page: PageEdge, search: boolean): RecordingClock {
  const clock = useRef<RecordingClock>(undefined);
  clock.current ??= new RecordingClock(() => performance.now());
  const known = clock.current;
  const { inspected, readPlayback, refresh } = page;
  const readable = inspected?.ok === true;
  const recording = readable ? inspected.value.recording : null;
  useEffect(() => known.set(recording), [known, recording]);
  useEffect(() => {
    if (!readable || (!recording && !search)) return;
    let ended = false;
    let asking = false;
    let looks = 0;
    const look = async () => {
      if (document.hidden || asking) return;
      const due = ++looks % searchEvery === 0;
      const standing = known.recording;
      if (!standing && !due) return;
      asking = true;
      const read = await readPlayback(
        standing && (standing.playing || !due) ? standing.frameId : null,
      );
      asking = false;
      if (ended) return;
      const gone = !read.ok || (read.value === null && known.recording !== null);
      const other = read.ok && read.value !== null && !known.sync(read.value);
      if (gone || other) refresh();
    };
    const timer = setInterval(() => void look(), syncMs);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, [known, readable, recording, search, readPlayback, refresh]);
  return known;
}

/** The clock's whole seconds, as they pass; null without a recording. */
export function useClockSeconds(clock: RecordingClock): number | null {
  const read = () => {
    const seconds = clock.seconds();
    return seconds === null ? null : wholeSeconds(seconds);
  };
  const [seconds, setSeconds] = useState(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` only reads the clock
  useEffect(() => {
    const show = () => setSeconds(read());
    show();
    const timer = setInterval(show, tickMs);
    const stop = clock.listen(show);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [clock]);
  return seconds;
}
