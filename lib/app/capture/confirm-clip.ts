import type { Wish } from '../../core/clip-intent.ts';
import { hasPages } from '../../core/clip-source.ts';
import type { ErrorCode, Failure } from '../../core/errors.ts';
import type { Item } from '../../core/item.ts';
import { clampText, limits } from '../../core/limits.ts';
import { fail, type Result } from '../../core/result.ts';
import { holdsHtmlTable } from '../../render/html-table.ts';
import type { Active } from '../active-wrap-up.ts';
import type { Badge, Clock, ConfirmationState, Confirmer, Stores, TakenPicture } from '../ports.ts';

type KeptState = Extract<ConfirmationState, { itemId: string }>;

interface Deps {
  stores: Stores;
  confirmer: Confirmer;
  badge: Badge;
  clock: Clock;
}

/** A clip that is on the disk. */
export interface Kept {
  item: Item;
  active: Active;
  /** The clip of the same thing that was there before. */
  before: Item | undefined;
  /** What is to be known of the picture that was taken for it. */
  taken?: Pick<TakenPicture, 'uniform' | 'reduced'> | undefined;
}

interface FailedRequest {
  requestId: string;
  tabId: number;
  wish: Wish;
  callerTells?: boolean;
}

/** Failures that may be over when the note-taker has freed some space or waited a moment. */
const mayPass: ReadonlySet<ErrorCode> = new Set([
  'storage-full',
  'storage-failed',
  'capture-failed',
]);

/** What may be asked for instead or again. */
function wayOn(
  { code, url }: Failure,
  { requestId, wish }: Pick<FailedRequest, 'requestId' | 'wish'>,
) {
  if (code === 'selection-in-frame')
    return { retry: { requestId, wish: { what: 'page' as const } } };
  if (code === 'recording-in-frame' && url) return { embedded: { requestId, mediaUrl: url } };
  return mayPass.has(code) ? { retry: { requestId, wish } } : {};
}

export const outcomeOf = ({ before }: Kept) =>
  before === undefined ? 'clipped' : 'clipped-before';

/** Tells in the page what was kept, and counts the badge up. */
export async function confirmClip(deps: Deps, tabId: number, kept: Kept): Promise<void> {
  const { item, active, before } = kept;
  const place = before === undefined ? active.wrapUp : await wrapUpOf(deps, before);
  await deps.confirmer.show(tabId, {
    state: outcomeOf(kept),
    itemId: item.id,
    wrapUpTitle: place?.title ?? '',
    note: (before ?? item).note,
    ...(before === undefined ? {} : { before: before.createdAt }),
    ...detailsOf(item, kept.taken),
  });
  await showCount(deps, active.id, await failureLeft(deps));
}

/** What the confirmation says and asks of one kind of clip. */
function detailsOf(item: Item, taken: Kept['taken']): Partial<KeptState> {
  if (item.kind === 'moment') {
    const { startSeconds, checkTime } = item;
    return { moment: { startSeconds, checkTime } };
  }
  if (item.kind === 'quote') {
    return {
      ...(hasPages(item) ? { pdf: item.page == null ? {} : { page: item.page } } : {}),
      ...(holdsHtmlTable(item.markdown) ? { htmlTable: true } : {}),
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
 * @param callerTells whoever asked shows the failure himself, but has not the Markdown
 */
export async function tellFailure(
  deps: Deps,
  { tabId, callerTells = false, ...retry }: FailedRequest,
  error: Failure,
  markdown: string,
): Promise<Result<never, Failure>> {
  const { stores, clock, confirmer } = deps;
  const told =
    (callerTells && markdown === '') ||
    (await confirmer.show(tabId, {
      state: 'failed',
      failure: error,
      markdown,
      ...wayOn(error, retry),
    }));
  if (told) return fail(error);
  const kept = clampText(markdown, limits.quoteMarkdown);
  await stores.settings
    .setLastFailure({ code: error.code, at: clock.now(), markdown: kept })
    .catch(() => undefined);
  if (!callerTells) {
    await showCount(
      deps,
      await stores.settings.activeWrapUpId().catch(() => undefined),
      error.code,
    );
  }
  return fail(error);
}
