import { captureClip } from '../../lib/app/capture/capture-clip.ts';
import { clipUnsaved } from '../../lib/app/capture/clip-unsaved.ts';
import { untieQuote } from '../../lib/app/capture/tie-quote.ts';
import { placeClip, placeOfClip, placesForClip } from '../../lib/app/clip-place.ts';
import { clipSpeaker } from '../../lib/app/clip-speaker.ts';
import { deleteItems, restoreItems } from '../../lib/app/delete-items.ts';
import { editItem } from '../../lib/app/edit-item.ts';
import { inspectPage, readEvents } from '../../lib/app/inspect-page.ts';
import { readPlayback, seekRecording } from '../../lib/app/playback.ts';
import { saveKeptWords, saveWords } from '../../lib/app/save-words.ts';
import { forgetRegion, wasRegionAsked } from '../../lib/browser/asked-regions.ts';
import { wasConfirmed } from '../../lib/browser/confirmed-clips.ts';
import { wasOffered } from '../../lib/browser/offered-clips.ts';
import { tabAsMenu } from '../../lib/browser/tabs.ts';
import { type Failure, failure } from '../../lib/core/base/errors.ts';
import { fail, ok, type Result } from '../../lib/core/base/result.ts';
import { createTurns } from '../../lib/core/base/turns.ts';
import type { Handlers } from '../../lib/messages/receive.ts';
import type { Sender } from '../../lib/messages/sender.ts';
import type { BackgroundDeps } from './deps.ts';

export function createMessageHandlers(deps: BackgroundDeps): Handlers {
  const { items, changes } = deps.stores;
  const ifConfirmed = createConfirmedChanges();
  // The popup shows what the page cannot, and another popup would close it.
  const fromPopup = { ...deps, confirmer: deps.pageConfirmer };
  return {
    'page.inspect': ({ tabId }) => inspectPage(deps, tabId),
    'playback.read': ({ tabId, frameId }) => readPlayback(deps, tabId, frameId),
    'playback.seek': ({ tabId, mediaUrl, seconds }) =>
      seekRecording(deps, tabId, mediaUrl, seconds),
    'event.read': ({ tabId }) => readEvents(deps, tabId),
    'speaker.clip': ({ tabId }) => clipSpeaker(fromPopup, tabId, { callerReports: true }),
    'clip.capture': ({ requestId, tabId, what, afterId }) =>
      captureClip(fromPopup, {
        requestId,
        tabId,
        intent: { what },
        menu: tabAsMenu(tabId),
        afterId,
        callerReports: true,
      }),
    // The answer reaches the page as a separate confirmation.
    'clip.retry': async ({ requestId, intent, tabId: named }, sender) => {
      const offered =
        sender.from === 'page' || (await wasOffered(sender.tabId, { requestId, intent }));
      const tabId = sender.from === 'content' ? sender.tabId : named;
      return tabId === undefined || !offered
        ? fail(failure('message-refused', 'not offered in this tab'))
        : captureClip(deps, { requestId, tabId, intent, menu: tabAsMenu(tabId) });
    },
    'unsaved.clip': async ({ id }) =>
      (await saveKeptWords(deps, id)) ?? (await clipUnsaved(fromPopup, id)),
    'unsaved.discard': async ({ id }, sender) => {
      const unsaved = await deps.unsavedClips.get(id);
      if (sender.from === 'content' && unsaved?.tabId !== sender.tabId) {
        return fail(failure('message-refused', 'not clipped in this tab'));
      }
      await deps.unsavedClips.discard(id);
      return ok({});
    },
    'outcome.unseen': async (_, sender) => {
      if (sender.from === 'content') await deps.confirmer.showUnseen(sender.tabId);
      return ok({});
    },
    'region.take': async ({ requestId, box, viewport }, sender) => {
      if (sender.from !== 'content' || !(await wasRegionAsked(sender.tabId, requestId))) {
        return fail(failure('message-refused', 'no region was asked for'));
      }
      const { tabId } = sender;
      const taken = await captureClip(deps, {
        requestId,
        tabId,
        intent: { what: 'region', box, viewport },
        menu: tabAsMenu(tabId),
      });
      // It is not forgotten before, because a worker that was stopped in the middle gets the same
      // request again.
      if (taken.ok) await forgetRegion(tabId);
      return taken;
    },
    'clip.describe': ({ itemId, alt, over }, sender) =>
      ifConfirmed(sender, itemId, () =>
        saveWords(deps, { itemId, field: 'alt', text: alt, over, tabId: tabOf(sender) }),
      ),
    'clip.annotate': ({ itemId, note, over }, sender) =>
      ifConfirmed(sender, itemId, () =>
        saveWords(deps, { itemId, field: 'note', text: note, over, tabId: tabOf(sender) }),
      ),
    'moment.nudge': ({ itemId, startSeconds }, sender) =>
      done(
        ifConfirmed(sender, itemId, () => editItem({ items, changes }, itemId, { startSeconds })),
      ),
    'clip.locate': ({ itemId, page }, sender) =>
      done(ifConfirmed(sender, itemId, () => editItem({ items, changes }, itemId, { page }))),
    'clip.where': ({ itemId }, sender) =>
      ifConfirmed(sender, itemId, () => placeOfClip(deps.stores, itemId)),
    'clip.places': ({ itemId }, sender) =>
      ifConfirmed(sender, itemId, () => placesForClip(deps.stores, itemId)),
    'clip.place': ({ itemId, target }, sender) =>
      ifConfirmed(sender, itemId, () => placeClip(deps.stores, itemId, target)),
    'clip.undo': ({ itemId, stepId }, sender) =>
      done(
        ifConfirmed<unknown>(sender, itemId, () =>
          stepId === undefined
            ? deleteItems({ changes, clock: deps.clock }, [itemId])
            : untieQuote({ changes }, itemId, stepId),
        ),
      ),
    'clip.restore': ({ itemId }, sender) =>
      done(ifConfirmed(sender, itemId, () => restoreItems({ changes }, [itemId]))),
  };
}

const tabOf = (sender: Sender) => (sender.from === 'content' ? sender.tabId : undefined);

/**
 * A page's script may change only clips that were confirmed in its own tab; our own pages may
 * change any. Changes are made in the order of the requests, because typing is sent letter by
 * letter.
 */
const createConfirmedChanges = () => {
  const inTurn = createTurns();
  return <T>(
    sender: Sender,
    itemId: string,
    change: () => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> =>
    inTurn(itemId, async () => {
      if (sender.from === 'content' && !(await wasConfirmed(sender.tabId, itemId))) {
        return fail(failure('message-refused', 'not confirmed in this tab'));
      }
      return change();
    });
};

async function done(
  change: Promise<Result<unknown, Failure>>,
): Promise<Result<Record<string, never>, Failure>> {
  const changed = await change;
  return changed.ok ? ok({}) : changed;
}
