/** Longer than any recording; keeps hostile numbers out of labels and addresses. */
const maxSeconds = 1_000 * 3_600;

const two = (value: number) => String(value).padStart(2, '0');

/**
 * Returns whole seconds from 0 on, cut off (not rounded, because a label must not point past the
 * word).
 */
export function wholeSeconds(seconds: number): number {
  if (!Number.isFinite(seconds)) return 0;
  return Math.min(Math.max(Math.floor(seconds), 0), maxSeconds);
}

/** `45:56`; `1:02:03` from an hour on; `0:07` below a minute. */
export function timeLabel(seconds: number): string {
  const whole = wholeSeconds(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/**
 * Parses the seconds of a label as `timeLabel` writes it; `90:15` also counts. Undefined for
 * anything else.
 */
export function parseTimeLabel(label: string): number | undefined {
  const match = /^(?:(\d{1,3}):(?=\d{1,2}:))?(\d{1,4}):(\d{2})$/.exec(label.trim());
  if (!match) return undefined;
  const [, hours, minutes = '', seconds = ''] = match;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** `1h2m3s`, without the parts that are 0; `0s` for the start. */
export function durationLabel(seconds: number): string {
  const whole = wholeSeconds(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  const parts = [hours && `${hours}h`, minutes && `${minutes}m`, rest && `${rest}s`];
  return parts.filter(Boolean).join('') || '0s';
}

/**
 * Parses a time as sites and people write it: `2756`, `2756s`, `45m56s`, `1h2m3s`, `45:56`,
 * `1:02:03.5`, `npt:12.5` (Media Fragments URI 1.0, 4.2.1). Undefined for anything else.
 */
export function parseTimeParam(text: string): number | undefined {
  const time = text.trim().toLowerCase().replace(/^npt:/, '');
  const spelled = /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,7}(?:\.\d{0,9})?)s?)?$/.exec(time);
  if (spelled && time !== '') {
    const [, hours = 0, minutes = 0, seconds = 0] = spelled;
    return within(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  }
  const [clock = '', fraction] = time.split('.', 2);
  const whole = parseTimeLabel(clock);
  if (whole === undefined) return undefined;
  if (fraction === undefined) return within(whole);
  return /^\d{0,9}$/.test(fraction) ? within(whole + Number(`0.${fraction || 0}`)) : undefined;
}

function within(seconds: number): number | undefined {
  return seconds <= maxSeconds ? seconds : undefined;
}
