import type { CapturedEvent } from '../core/capture.ts';
import { type Failure, failure } from '../core/errors.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PageInfo } from '../core/source.ts';
import type { PageReader } from './ports.ts';
import { choose, parseCaptures, topFrame } from './read-frames.ts';

export interface PageOverview {
  page: PageInfo;
  hasSelection: boolean;
  /** First words of the selection, or ''. */
  selectionPreview: string;
  hasEvent: boolean;
}

/** What could be clipped in a tab now; nothing heavy is read. */
export async function inspectPage(
  deps: { pages: PageReader },
  tabId: number,
): Promise<Result<PageOverview, Failure>> {
  const read = await deps.pages.read(tabId, { want: 'inspect' });
  if (!read.ok) return read;
  const captures = parseCaptures(read.value);
  const top = topFrame(captures);
  if (top === undefined) return fail(failure('capture-failed'));
  const selected = choose(captures, (capture) => capture.hasSelection);
  return ok({
    page: top.page,
    hasSelection: selected !== undefined,
    selectionPreview: selected?.selectionPreview ?? '',
    hasEvent: captures.some((capture) => capture.hasEvent),
  });
}

/** The event that the page of a tab announces; fails with `event-not-found`. */
export async function readEvent(
  deps: { pages: PageReader },
  tabId: number,
): Promise<Result<CapturedEvent, Failure>> {
  const read = await deps.pages.read(tabId, { want: 'event' });
  if (!read.ok) return read;
  const captures = parseCaptures(read.value);
  const event = topFrame(captures)?.event ?? captures.find((each) => each.event)?.event;
  return event === undefined ? fail(failure('event-not-found')) : ok(event);
}
