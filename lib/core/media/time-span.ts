import type { TimeSpan } from './media-site.ts';
import { parseTimeParam } from './time-label.ts';

/** Parses an address's texts for start and end; undefined without a start. */
export function timeSpan(
  start: string | null | undefined,
  end?: string | null,
): TimeSpan | undefined {
  const startSeconds = start ? parseTimeParam(start) : undefined;
  if (startSeconds === undefined) return undefined;
  const endSeconds = end ? parseTimeParam(end) : undefined;
  return endSeconds !== undefined && endSeconds > startSeconds
    ? { startSeconds, endSeconds }
    : { startSeconds };
}

/** Returns the parameters of a fragment such as `#t=10,20&track=audio`. */
export function fragmentParameters(url: URL): URLSearchParams {
  return new URLSearchParams(url.hash.slice(1));
}

/**
 * Parses the temporal dimension of a media fragment: `#t=12.5`, `#t=10,20`, `#t=,20`.
 * @see https://www.w3.org/TR/media-frags/#naming-time
 */
export function fragmentSpan(url: URL): TimeSpan | undefined {
  const [start, end] = (fragmentParameters(url).get('t') ?? '').split(',', 2);
  return timeSpan(start || (end ? '0' : ''), end);
}
