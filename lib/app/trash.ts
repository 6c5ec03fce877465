import type { Failure } from '../core/base/errors.ts';
import { noteProblem } from '../core/base/problem.ts';
import type { Result } from '../core/base/result.ts';
import { keptDays, type Purge, type Purged, type ReplacedPicture } from '../core/library/trash.ts';
import type { FieldEdit } from '../core/post/change.ts';
import { inboxId } from '../core/post/item.ts';
import { siteFileName } from '../core/text/file-name.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import { fieldEdits, newOrigin } from './edited.ts';
import { allItems, freeName, takenNames } from './free-name.ts';
import { withRecordingAsset } from './give-picture.ts';
import type {
  AssetStore,
  ChangeStore,
  Clock,
  SettingStore,
  TrashStore,
  WrapUpStore,
} from './ports.ts';

type Deps = { changes: ChangeStore };

/** A step, for `ChangeStore.undoOne`; absent if nothing was changed. */
export interface Step {
  changeId: string | undefined;
}

/**
 * Deletes a wrap-up: all its contents go with it, and come back with it. If new clips went there,
 * they now go to the open one that changed last (`wasActive`).
 */
export function deleteWrapUp(
  deps: Deps & { wrapUps: WrapUpStore; settings: SettingStore; clock: Pick<Clock, 'now'> },
  id: string,
): Promise<Result<Step & { wasActive: boolean }, Failure>> {
  return attempt(async () => {
    const active = await deps.settings.activeWrapUpId();
    const others = (await deps.wrapUps.list()).filter((wrapUp) => wrapUp.id !== id);
    const next = active === id ? others.find((wrapUp) => wrapUp.archivedAt === null)?.id : active;
    const { change, records } = await deps.changes.apply(newOrigin(), () => ({
      kind: 'delete-wrap-up',
      // The wrap-up shown next has the step in its history, too, so Undo there restores this one.
      histories: next === undefined ? [] : [next],
      edits: fieldEdits('wrapUp', id, { deletedAt: deps.clock.now() }),
    }));
    if (records.size === 0) throw new CodedError('wrap-up-gone');
    if (active === id && next !== undefined) await deps.settings.setActiveWrapUpId(next);
    return { changeId: change?.ids.at(-1), wasActive: active === id };
  });
}

/**
 * Restores items and wrap-ups to where they were, as one step. An item whose wrap-up is deleted
 * brings it back. Fails with `clip-gone` or `wrap-up-gone` if one is no longer in the trash.
 */
export function putBack(
  { changes }: Deps,
  { items = [], wrapUps = [] }: { items?: readonly string[]; wrapUps?: readonly string[] },
): Promise<Result<Step, Failure>> {
  return attempt(async () => {
    const { change } = await changes.apply(newOrigin(), async (view) => {
      const back = new Set<string>();
      for (const id of items) {
        const { wrapUpId } = orFail(await view.item(id), 'clip-gone');
        if (wrapUpId !== inboxId) back.add(wrapUpId);
      }
      for (const id of wrapUps) back.add(id);
      const edits: FieldEdit[] = items.flatMap((id) => fieldEdits('item', id, { deletedAt: null }));
      for (const id of back) {
        orFail(await view.wrapUp(id), 'wrap-up-gone');
        edits.push(...fieldEdits('wrapUp', id, { deletedAt: null }));
      }
      return { kind: 'restore', edits };
    });
    return { changeId: change?.ids.at(-1) };
  });
}

/** Restores the replaced picture of a clip or a recording, or a removed file of a wrap-up. */
export function putPictureBack(
  { changes, assets }: Deps & { assets: Pick<AssetStore, 'get'> },
  { record, recordId, talkId, fileId, assetId, fileName }: ReplacedPicture,
): Promise<Result<Step, Failure>> {
  return attempt(async () => {
    // This must come before the transaction, which would end while bytes are read.
    const size = fileId ? (await assets.get(assetId))?.bytes.byteLength : undefined;
    const { change } = await changes.apply(newOrigin(), async (view) => {
      if (record === 'wrapUp') {
        const wrapUp = orFail(await view.wrapUp(recordId), 'wrap-up-gone');
        if (fileId !== undefined) {
          const name = siteFileName(fileName, await takenNames(view, wrapUp));
          const file = { id: fileId, fileName: name, assetId, size: orFail(size, 'file-gone') };
          const files = [...(wrapUp.files ?? []).filter(({ id }) => id !== fileId), file];
          return { kind: 'restore', edits: fieldEdits('wrapUp', recordId, { files }) };
        }
        const changes = withRecordingAsset(wrapUp, talkId, assetId);
        return { kind: 'picture', edits: fieldEdits('wrapUp', recordId, changes) };
      }
      const item = orFail(await view.item(recordId), 'clip-gone');
      const name = freeName(await allItems(view, item.wrapUpId), recordId, fileName);
      return {
        kind: 'picture',
        edits: fieldEdits('item', recordId, { assetId, fileName: name }),
      };
    });
    return { changeId: change?.ids.at(-1) };
  });
}

/**
 * Removes for good what the note-taker chose.
 * @param copyFirst makes a copy of the library; called if many things may go at once. An error it
 * throws is recorded and ignored: if no copy can be made, the disk may be full, and purging helps.
 */
export function purgeTrash(
  { trash }: { trash: TrashStore },
  purge: Purge,
  copyFirst?: () => Promise<unknown>,
): Promise<Result<Purged, Failure>> {
  return attempt(async () => {
    const isOfOne = typeof purge === 'object' && 'wrapUps' in purge && purge.wrapUps.length === 0;
    if (!isOfOne) {
      await copyFirst?.().catch((thrown: unknown) => noteProblem('snapshot.keep', thrown));
    }
    return trash.purge(purge);
  });
}

/** Removes for good what was deleted `keptDays` ago. */
export function purgeOldTrash(deps: {
  trash: TrashStore;
  clock: Pick<Clock, 'now'>;
}): Promise<Result<Purged, Failure>> {
  const before = new Date(Date.parse(deps.clock.now()) - keptDays * 86_400_000).toISOString();
  return purgeTrash(deps, { before });
}
