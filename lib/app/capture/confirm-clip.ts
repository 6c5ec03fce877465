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
  /** What is to be known of the picture that was taken for it. */
  taken?: Pick<TakenPicture, 'uniform' | 'reduced'> | undefined;
  /** The keyboard was in a frame that did not answer in time. */
  frameLate?: true | undefined;
  /** What is selected cannot be known there, so the page's link was clipped. */
  selectionUnseen?: true | undefined;
  /** Something shows in the selection that has no text, and was not clipped with it. */
  partsMissing?: true | undefined;
  /** True while the bytes of its picture are on their way. */
  pictureLoading?: boolean;
}

export const outcomeOf = ({ before }: SavedClip) =>
  before === undefined ? 'clipped' : 'clipped-before';

/** Shows in the page what was saved. It is unsaved no more, and a failure that cost no words is over. */
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
  // Afterwards, for nobody waits for it.
  await Promise.all([deps.unsavedClips.discard(item.id), deps.unsavedClips.setFailure(undefined)]);
}

/** What the confirmation says and asks of one kind of clip. */
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
    // A screenshot has no alt text of its own.
    ...(item.url === '' && item.assetId !== '' ? { field: 'alt' as const, note: item.alt } : {}),
  };
}
