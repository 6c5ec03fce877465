import type { MenuInfo } from '../../clips/menu-page.ts';
import { failure } from '../../core/base/errors.ts';
import {
  type BegunClip,
  isOtherGesture,
  isStillMeant,
  type OtherGesture,
} from '../../core/capture/begun-clip.ts';
import type { ConfirmationState } from '../../core/capture/confirmation-state.ts';
import type { SourcedClip } from '../../core/post/item.ts';
import { attempt } from '../attempt.ts';
import { clipSpeaker } from '../clip-speaker.ts';
import type { BegunClips, Confirmer } from '../ports.ts';
import { askRegion } from './ask-region.ts';
import { type CaptureDeps, type ClipRequest, captureClip } from './capture-clip.ts';
import { confirmClip } from './confirm-clip.ts';
import { reportFailure } from './report-failure.ts';
import { saveClip } from './save-clip.ts';

export interface BegunDeps extends CaptureDeps {
  begunClips: BegunClips;
}

/**
 * Clips what a shortcut or menu entry asks for. Nobody would repeat the request if the background
 * were stopped meanwhile, so it is recorded first and forgotten once its outcome was shown.
 * @param menu what the menu says; for a shortcut, what the tab says at that time
 */
export async function captureByGesture(
  deps: BegunDeps,
  request: ClipRequest,
  at = deps.clock.now(),
): Promise<void> {
  const { requestId: id, tabId, intent } = request;
  const menu = request.menu instanceof Promise ? undefined : request.menu;
  // There is no need to wait: the browser keeps the entry once it was asked to.
  const noted = deps.begunClips.add({ id, tabId, intent, at, ...(menu ? { menu } : {}) });
  await captureClip({ ...deps, confirmer: forgetting(deps, id) }, request);
  await noted;
  await deps.begunClips.remove(id);
}

/** Runs a gesture that does not clip, or not yet; it is recorded first, like a clip. */
export async function doByGesture(
  deps: BegunDeps,
  { id, tabId, what }: { id: string; tabId: number; what: OtherGesture },
  at = deps.clock.now(),
): Promise<void> {
  const noted = deps.begunClips.add({ id, tabId, intent: { what }, at });
  if (what === 'speaker') await clipSpeaker(deps, tabId);
  else await askRegion(deps, tabId);
  await noted;
  await deps.begunClips.remove(id);
}

/** Resumes what had begun when the background was stopped. */
export async function resumeClips(
  deps: BegunDeps,
  menuOf: (tabId: number) => Promise<MenuInfo | undefined>,
): Promise<void> {
  const left = await deps.begunClips.list();
  await Promise.all(left.map((begun) => resume(deps, begun, menuOf)));
}

async function resume(
  deps: BegunDeps,
  begun: BegunClip,
  menuOf: (tabId: number) => Promise<MenuInfo | undefined>,
): Promise<void> {
  const { id, tabId, intent, at } = begun;
  if (isOtherGesture(intent)) {
    if (isStillMeant(begun, deps.clock.now())) {
      await doByGesture(deps, { id, tabId, what: intent.what }, at);
      return;
    }
    const interrupted = failure('clip-interrupted');
    await deps.confirmer.show(tabId, { state: 'failed', failure: interrupted, markdown: '' });
    await deps.begunClips.remove(id);
    return;
  }
  const menu = (begun.menu as MenuInfo | undefined) ?? menuOf(tabId);
  const request = { requestId: id, tabId, intent, menu };
  const stored = await attempt(() => deps.stores.items.get(id));
  if (stored.ok && stored.value !== undefined && 'fingerprint' in stored.value) {
    await confirmStored(deps, tabId, stored.value);
  } else if (isStillMeant(begun, deps.clock.now())) {
    await captureByGesture(deps, request, at);
    return;
  } else await reportFailure(deps, request, failure('clip-interrupted'));
  await deps.begunClips.remove(id);
}

/** Confirms clips that were stored but not shown. */
async function confirmStored(deps: BegunDeps, tabId: number, item: SourcedClip): Promise<void> {
  // For a clip that exists already, this only shows the confirmation.
  const saved = await saveClip(deps, { item, fingerprints: [item.fingerprint] });
  if (!saved.ok) return;
  const loading = await deps.loadingPictures.list();
  const pictureLoading = loading.some(({ itemId }) => itemId === item.id);
  await confirmClip(deps, tabId, { ...saved.value, pictureLoading });
}

const outcomes: ReadonlySet<ConfirmationState['state']> = new Set([
  'clipped',
  'clipped-before',
  'failed',
]);

/**
 * Forgets a clip as soon as its outcome was shown, because a picture may go on loading for long.
 */
function forgetting({ confirmer, begunClips }: BegunDeps, id: string): Confirmer {
  return {
    ...confirmer,
    async show(tabId, state) {
      const shown = await confirmer.show(tabId, state);
      if (shown && outcomes.has(state.state)) await begunClips.remove(id);
      return shown;
    },
  };
}
