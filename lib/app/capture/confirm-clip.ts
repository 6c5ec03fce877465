import { hasPages } from '../../clips/clip-source.ts';
import { hasSecret } from '../../clips/secrets.ts';
import type { ConfirmationState } from '../../core/capture/confirmation-state.ts';
import type { Item } from '../../core/post/item.ts';
import { holdsHtmlTable } from '../../render/html-table.ts';
import type { Confirmer, TakenPicture, UnsavedClips } from '../ports.ts';
import type { SavedClip } from './save-clip.ts';

type SavedState = Extract<ConfirmationState, { wrapUpTitle: string; itemId: string }>;

interface Deps {
  confirmer: Confirmer;
  unsavedClips: UnsavedClips;
}

interface Confirmable extends SavedClip {
  /** What the confirmation should say about the screenshot. */
  taken?: Pick<TakenPicture, 'uniform' | 'reduced'> | undefined;
  /** The keyboard was in a frame that did not answer in time. */
  frameLate?: true | undefined;
  /** The selection cannot be read there, so the page's link was clipped. */
  selectionUnseen?: true | undefined;
  /** The selection shows something that has no text and was not clipped. */
  partsMissing?: true | undefined;
  /** True while its picture's bytes are loading. */
  pictureLoading?: boolean;
}

export const outcomeOf = ({ before }: SavedClip) =>
  before === undefined ? 'clipped' : 'clipped-before';

/**
 * Shows in the page what was saved. The clip no longer counts as unsaved, and a failure that lost
 * no words is cleared.
 */
export async function confirmClip(deps: Deps, tabId: number, clip: Confirmable): Promise<void> {
  const { item, before, wrapUpTitle, alsoIn, tieId } = clip;
  await deps.confirmer.show(tabId, {
    state: outcomeOf(clip),
    itemId: item.id,
    wrapUpTitle,
    note: item.note,
    ...(before === undefined ? {} : { before: before.createdAt }),
    ...(tieId === undefined ? {} : { tieId }),
    ...(alsoIn.length > 0 ? { alsoIn: [...alsoIn] } : {}),
    ...(clip.frameLate ? { frameLate: true } : {}),
    ...(clip.selectionUnseen ? { selectionUnseen: true } : {}),
    ...(clip.partsMissing ? { partsMissing: true } : {}),
    ...(hasSecret(item) ? { secretInAddress: true } : {}),
    ...detailsOf(item, clip),
  });
  // This comes last because nobody waits for it.
  await Promise.all([deps.unsavedClips.discard(item.id), deps.unsavedClips.setFailure(undefined)]);
}

/** Returns what the confirmation says and asks for one kind of clip. */
function detailsOf(item: Item, { taken, pictureLoading }: Confirmable): Partial<SavedState> {
  if (item.kind === 'moment') {
    const { startSeconds, checkTime } = item;
    return { moment: { startSeconds, checkTime } };
  }
  if (item.kind === 'quote') {
    return {
      ...(hasPages(item) ? { pdf: item.page == null ? {} : { page: item.page } } : {}),
      ...(item.htmlMarkdown !== undefined && holdsHtmlTable(item.htmlMarkdown)
        ? { tableSimplified: true }
        : {}),
    };
  }
  if (item.kind !== 'image') return {};
  return {
    ...(item.assetId === ''
      ? { [pictureLoading ? 'pictureLoading' : 'pictureMissing']: true }
      : {}),
    ...(taken?.uniform ? { pictureUniform: true } : {}),
    ...(taken?.reduced ? { pictureReduced: true } : {}),
    // A screenshot comes without alt text.
    ...(item.url === '' && item.assetId !== '' ? { field: 'alt' as const, note: item.alt } : {}),
  };
}
