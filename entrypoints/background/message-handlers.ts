import { captureClip } from '../../lib/app/capture/capture-clip.ts';
import { clipUnsaved } from '../../lib/app/capture/clip-unsaved.ts';
import { clipSpeaker } from '../../lib/app/clip-speaker.ts';
import { deleteItems, restoreItems } from '../../lib/app/delete-items.ts';
import { editItem } from '../../lib/app/edit-item.ts';
import { inspectPage, readEvents } from '../../lib/app/inspect-page.ts';
import { readPlayback, seekRecording } from '../../lib/app/playback.ts';
import { forgetRegion, wasRegionAsked } from '../../lib/browser/asked-regions.ts';
import { wasConfirmed } from '../../lib/browser/confirmed-clips.ts';
import { wasOffered } from '../../lib/browser/offered-clips.ts';
import { tabAsMenu } from '../../lib/browser/tabs.ts';
import { type Failure, failure } from '../../lib/core/errors.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import type { Handlers } from '../../lib/messages/receive.ts';
import type { Sender } from '../../lib/messages/sender.ts';
import type { BackgroundDeps } from './deps.ts';

export function createMessageHandlers(deps: BackgroundDeps): Handlers {
  const { items, changes } = deps.stores;
  // The popup says itself what the page cannot, and another popup would close it.
  const fromPopup = { ...deps, confirmer: deps.pageConfirmer };
  return {
    'page.inspect': ({ tabId }) => inspectPage(deps, tabId),
    'playback.read': ({ tabId, frameId }) => readPlayback(deps, tabId, frameId),
    'playback.seek': ({ tabId, mediaUrl, seconds }) =>
      seekRecording(deps, tabId, mediaUrl, seconds),
    'event.read': ({ tabId }) => readEvents(deps, tabId),
    'speaker.clip': ({ tabId }) => clipSpeaker(fromPopup, tabId, { callerReports: true }),
    'clip.capture': ({ requestId, tabId, what }) =>
      captureClip(fromPopup, {
        requestId,
        tabId,
        intent: { what },
        menu: tabAsMenu(tabId),
        callerReports: true,
      }),
    // The answer goes to the page by a confirmation of its own.
    'clip.retry': async ({ requestId, intent, tabId: named }, sender) => {
      const offered =
        sender.from === 'page' || (await wasOffered(sender.tabId, { requestId, intent }));
      const tabId = sender.from === 'content' ? sender.tabId : named;
      return tabId === undefined || !offered
        ? fail(failure('message-refused', 'not offered in this tab'))
        : captureClip(deps, { requestId, tabId, intent, menu: tabAsMenu(tabId) });
    },
    'unsaved.clip': ({ id }) => clipUnsaved(fromPopup, id),
    'unsaved.discard': async ({ id }, sender) => {
      const unsaved = await deps.unsavedClips.get(id);
      if (sender.from === 'content' && unsaved?.tabId !== sender.tabId) {
        return fail(failure('message-refused', 'not clipped in this tab'));
      }
      await deps.unsavedClips.discard(id);
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
      // Not before: a worker that was stopped in the middle is asked the same once more.
      if (taken.ok) await forgetRegion(tabId);
      return taken;
    },
    'clip.describe': ({ itemId, alt }, sender) =>
      ifConfirmed(sender, itemId, () => editItem({ items, changes }, itemId, { alt })),
    'moment.nudge': ({ itemId, startSeconds }, sender) =>
      ifConfirmed(sender, itemId, () => editItem({ items, changes }, itemId, { startSeconds })),
    'clip.locate': ({ itemId, page }, sender) =>
      ifConfirmed(sender, itemId, () => editItem({ items, changes }, itemId, { page })),
    'clip.annotate': ({ itemId, note }, sender) =>
      ifConfirmed(sender, itemId, () => editItem({ items, changes }, itemId, { note })),
    'clip.undo': ({ itemId }, sender) =>
      ifConfirmed(sender, itemId, () => deleteItems({ changes, clock: deps.clock }, [itemId])),
    'clip.restore': ({ itemId }, sender) =>
      ifConfirmed(sender, itemId, () => restoreItems({ changes }, [itemId])),
  };
}

/** A page's script may change only clips that were confirmed in its own tab; our own pages, any. */
async function ifConfirmed(
  sender: Sender,
  itemId: string,
  change: () => Promise<Result<unknown, Failure>>,
): Promise<Result<Record<string, never>, Failure>> {
  if (sender.from === 'content' && !(await wasConfirmed(sender.tabId, itemId))) {
    return fail(failure('message-refused', 'not confirmed in this tab'));
  }
  const changed = await change();
  return changed.ok ? ok({}) : changed;
}
