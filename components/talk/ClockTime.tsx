import type { RecordingClock } from '../../lib/client/recording-clock.ts';
import { timeLabel } from '../../lib/core/media/time-label.ts';
import { useClockSeconds } from '../hooks/use-recording-clock.ts';

/** The time of the recording as it runs; hidden from assistive tools, which would read it out. */
export function ClockTime({ clock }: { clock: RecordingClock }) {
  const seconds = useClockSeconds(clock);
  return seconds === null ? null : (
    <span class="clock-time" aria-hidden="true">
      {timeLabel(seconds)}
    </span>
  );
}
