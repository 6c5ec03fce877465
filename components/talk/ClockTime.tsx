import type { RecordingClock } from '../../lib/client/recording-clock.ts';
import { timeLabel } from '../../lib/core/media/time-label.ts';
import { useClockSeconds } from '../hooks/use-recording-clock.ts';

/** The recording's running time; it is hidden from assistive tools, which would read it out. */
export function ClockTime({ clock }: { clock: RecordingClock }) {
  const seconds = useClockSeconds(clock);
  return seconds === null ? null : (
    <span class="clock-time" aria-hidden="true">
      {timeLabel(seconds)}
    </span>
  );
}
