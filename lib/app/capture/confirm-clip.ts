import { hasPages } from '../../clips/clip-source.ts';
import type { ClipIntent } from '../../core/clip-intent.ts';
import type { ConfirmationState } from '../../core/confirmation-state.ts';
import type { ErrorCode, Failure } from '../../core/errors.ts';
import type { Item } from '../../core/item.ts';
import { clampText, limits } from '../../core/limits.ts';
import { fail, type Result } from '../../core/result.ts';
import type { Active } from '../active-wrap-up.ts';
import type { Badge, Clock, Confirmer, Stores, TakenPicture } from '../ports.ts';

type SavedState = Extract<ConfirmationState, { itemId: string }>;

interface Deps {
  stores: Stores;
  confirmer: Confirmer;
  badge: Badge;
  clock: Clock;
}

/** A clip that is on the disk. */
export interface SavedClip {
  item: Item;
  active: Active;
  /** The clip of the same thing that was there before. */
  before: Item | undefined;
  /** What is to be known of the picture that was taken for it. */
  taken?: Pick<TakenPicture, 'uniform' | 'reduced'> | undefined;
  /** The keyboard was in a frame that did not answer in time. */
  frameLate?: true | undefined;
  /** What is selected cannot be known there, so the page's link was clipped. */
  selectionUnseen?: true | undefined;
  /** Something shows in the selection that has no text, and was not clipped with it. */
  partsMissing?: true | undefined;
}

interface FailedRequest {
  requestId: string;
  tabId: number;
  intent: ClipIntent;
  callerReports?: boolean;
}

/** Failures that may be over when the note-taker has freed some space or waited a moment. */
const isRetryable: ReadonlySet<ErrorCode> = new Set([
  'storage-full',
  'storage-failed',
  'capture-failed',
  'page-silent',
]);

/** What may be asked for instead or again. */
function recoveryAction(
  { code, url }: Failure,
  { requestId, intent }: Pick<FailedRequest, 'requestId' | 'intent'>,
) {
  if (code === 'selection-in-frame')
    return { retry: { requestId, intent: { what: 'page' as const } } };
  if (code === 'selection-unformatted')
    return { retry: { requestId, intent: { what: 'plain-text' as const } } };
  if (code === 'recording-in-frame' && url) return { embedded: { requestId, mediaUrl: url } };
  return isRetryable.has(code) ? { retry: { requestId, intent } } : {};
}

export const outcomeOf = ({ before }: SavedClip) =>
  before === undefined ? 'clipped' : 'clipped-before';

/** Tells in the page what was kept, and counts the badge up. */
export async function confirmClip(deps: Deps, tabId: number, saved: SavedClip): Promise<void> {
  const { item, active, before } = saved;
  const place = before === undefined ? active.wrapUp : await wrapUpOf(deps, before);
  await deps.confirmer.show(tabId, {
    state: outcomeOf(saved),
    itemId: item.id,
    wrapUpTitle: place?.title ?? '',
    note: (before ?? item).note,
    ...(before === undefined ? {} : { before: before.createdAt }),
    ...(saved.frameLate ? { frameLate: true } : {}),
    ...(saved.selectionUnseen ? { selectionUnseen: true } : {}),
    ...(saved.partsMissing ? { partsMissing: true } : {}),
    ...detailsOf(item, saved.taken),
  });
  await showCount(deps, active.id, await failureLeft(deps));
}

/** What the confirmation says and asks of one kind of clip. */
function detailsOf(item: Item, taken: SavedClip['taken']): Partial<SavedState> {
  if (item.kind === 'moment') {
    const { startSeconds, checkTime } = item;
    return { moment: { startSeconds, checkTime } };
  }
  if (item.kind === 'quote') {
    return {
      ...(hasPages(item) ? { pdf: item.page == null ? {} : { page: item.page } } : {}),
      ...(item.htmlMarkdown !== undefined ? { tableSimplified: true } : {}),
    };
  }
  if (item.kind !== 'image') return {};
  return {
    ...(item.assetId === '' ? { pictureMissing: true } : {}),
    ...(taken?.uniform ? { pictureUniform: true } : {}),
    ...(taken?.reduced ? { pictureReduced: true } : {}),
    // A screenshot has no alt text of its own.
    ...(item.url === '' && item.assetId !== '' ? { field: 'alt' as const, note: item.alt } : {}),
  };
}

/** A failure that cost no words is over with the next clip; one that did waits to be seen. */
async function failureLeft({ stores: { settings } }: Deps): Promise<ErrorCode | undefined> {
  try {
    const last = await settings.lastFailure();
    if (last === undefined || last.markdown !== '') return last?.code;
    await settings.setLastFailure(undefined);
  } catch {
    // The badge is a courtesy.
  }
  return undefined;
}

async function wrapUpOf({ stores }: Deps, item: Item) {
  return stores.wrapUps.get(item.wrapUpId).catch(() => undefined);
}

/** The badge is a courtesy: where it cannot be shown, the clip is kept all the same. */
async function showCount(
  { stores, badge }: Deps,
  activeId: string | undefined,
  failed?: ErrorCode,
): Promise<void> {
  const count = activeId === undefined ? 0 : await stores.items.count(activeId).catch(() => 0);
  await badge.show(count, failed).catch(() => undefined);
}

/**
 * Tells of a clip that was not kept: in the page, with what would have been clipped as Markdown;
 * where the page cannot show it, by the badge and, in the popup, the last failure.
 * @param callerReports whoever asked shows the failure itself, but has not the Markdown
 */
export async function reportFailure(
  deps: Deps,
  { tabId, callerReports = false, ...retry }: FailedRequest,
  error: Failure,
  markdown: string,
): Promise<Result<never, Failure>> {
  const { stores, clock, confirmer } = deps;
  const reported =
    (callerReports && markdown === '') ||
    (await confirmer.show(tabId, {
      state: 'failed',
      failure: error,
      markdown,
      ...recoveryAction(error, retry),
    }));
  if (reported) return fail(error);
  const kept = clampText(markdown, limits.quoteMarkdown);
  await stores.settings
    .setLastFailure({ code: error.code, at: clock.now(), markdown: kept })
    .catch(() => undefined);
  if (!callerReports) {
    await showCount(
      deps,
      await stores.settings.activeWrapUpId().catch(() => undefined),
      error.code,
    );
  }
  return fail(error);
}
