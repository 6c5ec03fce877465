import { useEffect, useRef, useState } from 'preact/hooks';
import { wholeSeconds } from '../../lib/core/time-label.ts';
import { RecordingClock } from './recording-clock.ts';
import type { PageEdge } from './use-page.ts';

/** How often the recording is asked where it stands, and where none is, whether one plays now. */
const syncMs = 1_000;
const searchMs = 3_000;
/** Often enough that no second is shown late. */
const tickMs = 200;

/** The clock of what plays in the tab, kept right while this page is seen. */
export function useRecordingClock(page: PageEdge): RecordingClock {
  const clock = useRef<RecordingClock>(undefined);
  clock.current ??= new RecordingClock(() => performance.now());
  const known = clock.current;
  const { inspected, readPlayback, refresh } = page;
  const readable = inspected?.ok === true;
  const recording = readable ? inspected.value.recording : null;
  useEffect(() => known.set(recording), [known, recording]);
  useEffect(() => {
    if (!readable) return;
    let ended = false;
    const look = async () => {
      if (document.hidden) return;
      const read = await readPlayback(known.recording?.frameId ?? null);
      if (ended) return;
      const gone = !read.ok || (read.value === null && known.recording !== null);
      const other = read.ok && read.value !== null && !known.sync(read.value);
      if (gone || other) refresh();
    };
    const timer = setInterval(() => void look(), recording ? syncMs : searchMs);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, [known, readable, recording, readPlayback, refresh]);
  return known;
}

/** Whole seconds of the clock, as they pass; null without a recording. */
export function useClockSeconds(clock: RecordingClock): number | null {
  const read = () => {
    const seconds = clock.seconds();
    return seconds === null ? null : wholeSeconds(seconds);
  };
  const [seconds, setSeconds] = useState(read);
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
