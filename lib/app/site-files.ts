import type { Failure } from '../core/base/errors.ts';
import { sha256Hex } from '../core/base/hash.ts';
import { limits } from '../core/base/limits.ts';
import { noteProblem } from '../core/base/problem.ts';
import type { Result } from '../core/base/result.ts';
import { anyFileType, sniffPicture } from '../core/media/picture-type.ts';
import type { FieldEdit } from '../core/post/change.ts';
import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import type { SiteFile, WrapUp } from '../core/post/wrap-up.ts';
import { renamedSiteFile, siteFileName } from '../core/text/file-name.ts';
import { siteFilePaths, sitePathKey } from '../exporters/site-files.ts';
import { escapeAddress } from '../markdown/address.ts';
import { changeAddresses } from '../markdown/change-addresses.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import { type Edited, editedRecord, fieldEdits, newOrigin } from './edited.ts';
import { allItems, takenNames } from './free-name.ts';
import type { AssetStore, ChangeStore, Clock, SettingStore, WrapUpStore } from './ports.ts';

type Deps = { changes: ChangeStore };

/** A file as the browser provides it. */
export interface GivenFile {
  name: string;
  /** Bytes. */
  size: number;
  read(): Promise<ArrayBuffer>;
}

/**
 * Adds files to a wrap-up, as one step of its history: all of them or, if one cannot be stored,
 * none. A file with bytes that the wrap-up already has is not added again. Fails with
 * `file-too-large`, `file-unreadable`, `too-many-files` or `wrap-up-gone`.
 * @returns `files`: the given files, as the wrap-up has them
 */
export function addSiteFiles(
  deps: Deps & { assets: AssetStore; clock: Pick<Clock, 'now'> },
  wrapUpId: string,
  given: readonly GivenFile[],
): Promise<Result<Edited<WrapUp> & { files: SiteFile[] }, Failure>> {
  return attempt(async () => {
    if (given.some(({ size }) => size > limits.assetBytes)) throw new CodedError('file-too-large');
    if (given.length > limits.files) throw new CodedError('too-many-files');
    const stored: { name: string; assetId: string; size: number }[] = [];
    for (const { name, read } of given) {
      const bytes = await bytesOf(read);
      const assetId = await sha256Hex(bytes);
      const mediaType = sniffPicture(new Uint8Array(bytes)) ?? anyFileType;
      await deps.assets.put({ id: assetId, mediaType, bytes, createdAt: deps.clock.now() });
      stored.push({ name, assetId, size: bytes.byteLength });
    }
    const ids = new Set(stored.map(({ assetId }) => assetId));
    const applied = await deps.changes.apply(newOrigin(), async (view) => {
      const wrapUp = orFail(await view.wrapUp(wrapUpId), 'wrap-up-gone');
      const files = [...(wrapUp.files ?? [])];
      const taken = await takenNames(view, wrapUp);
      for (const { name, assetId, size } of stored) {
        if (files.some((file) => file.assetId === assetId)) continue;
        const fileName = siteFileName(name, taken);
        taken.add(fileName);
        files.push({ id: crypto.randomUUID(), fileName, assetId, size });
      }
      if (files.length > limits.files) throw new CodedError('too-many-files');
      return { kind: 'add', edits: fieldEdits('wrapUp', wrapUpId, { files }) };
    });
    const edited = editedRecord<WrapUp>(applied, 'wrapUp', wrapUpId, 'wrap-up-gone');
    const files = (edited.record.files ?? []).filter(({ assetId }) => ids.has(assetId));
    return { ...edited, files };
  });
}

/** A folder, or a file deleted since it was chosen, has no bytes. */
async function bytesOf(read: GivenFile['read']): Promise<ArrayBuffer> {
  try {
    const bytes = await read();
    if (bytes.byteLength <= limits.assetBytes) return bytes;
  } catch (thrown) {
    noteProblem('site-files.read', thrown);
    throw new CodedError('file-unreadable');
  }
  throw new CodedError('file-too-large');
}

/**
 * Renames a file, with a name that is made safe and free, and updates the post's links to it, as
 * one step. Fails with `file-gone` if there is no such file.
 */
export function renameSiteFile(
  deps: Deps & { settings: Pick<SettingStore, 'profile'>; wrapUps: Pick<WrapUpStore, 'get'> },
  wrapUpId: string,
  fileId: string,
  name: string,
): Promise<Result<Edited<WrapUp>, Failure>> {
  return attempt(async () => {
    const { changes } = deps;
    const profile = await deps.settings.profile((await deps.wrapUps.get(wrapUpId))?.styleId);
    const applied = await changes.apply(newOrigin(), async (view) => {
      const wrapUp = orFail(await view.wrapUp(wrapUpId), 'wrap-up-gone');
      const files = wrapUp.files ?? [];
      const file = orFail(
        files.find(({ id }) => id === fileId),
        'file-gone',
      );
      const taken = await takenNames(view, wrapUp);
      taken.delete(file.fileName.toLowerCase());
      const fileName = renamedSiteFile(name, file.fileName, taken);
      const next = files.map((each) => (each === file ? { ...file, fileName } : each));
      const follow = pathFollower(file.fileName, fileName, profile);
      const relinked = relinker(follow);
      return {
        kind: 'edit',
        edits: [
          ...fieldEdits('wrapUp', wrapUpId, { files: next, ...talksFollowing(wrapUp, follow) }),
          ...changedTexts('wrapUp', wrapUp, ['footer'], relinked),
          ...(await allItems(view, wrapUpId)).flatMap((item) => itemTexts(item, relinked)),
        ],
      };
    });
    return editedRecord<WrapUp>(applied, 'wrapUp', wrapUpId, 'wrap-up-gone');
  });
}

/** Removes a file, which can be restored from the trash; text that links to it stays. */
export function removeSiteFile(
  { changes }: Deps,
  wrapUpId: string,
  fileId: string,
): Promise<Result<Edited<WrapUp>, Failure>> {
  return attempt(async () => {
    const applied = await changes.apply(newOrigin(), async (view) => {
      const { files = [] } = orFail(await view.wrapUp(wrapUpId), 'wrap-up-gone');
      const left = files.filter(({ id }) => id !== fileId);
      if (left.length === files.length) throw new CodedError('file-gone');
      return { kind: 'delete', edits: fieldEdits('wrapUp', wrapUpId, { files: left }) };
    });
    return editedRecord<WrapUp>(applied, 'wrapUp', wrapUpId, 'wrap-up-gone');
  });
}

type Relink = (markdown: string) => string;
/** Undefined if the address does not mean the file. */
type Follow = (address: string) => string | undefined;

/** Returns a function that changes addresses of a file's old name to its new one. */
function pathFollower(from: string, to: string, profile: Profile): Follow {
  const old = new Set(siteFilePaths(from, profile).map(sitePathKey));
  return (address) => {
    if (!old.has(sitePathKey(address))) return undefined;
    const [path = ''] = /^[^?#]*/.exec(address) ?? [];
    return path.slice(0, path.lastIndexOf('/') + 1) + to + address.slice(path.length);
  };
}

const relinker =
  (follow: Follow): Relink =>
  (markdown) =>
    changeAddresses(markdown, (written) => {
      const isAngled = /^<.*>$/s.test(written);
      const next = follow(isAngled ? written.slice(1, -1) : written);
      return next && (isAngled ? `<${next}>` : escapeAddress(next));
    });

/** A talk's slides may be one of the post's files. */
function talksFollowing({ talks }: WrapUp, follow: Follow): Pick<Partial<WrapUp>, 'talks'> {
  if (!talks?.some(({ slides }) => follow(slides) !== undefined)) return {};
  return { talks: talks.map((talk) => ({ ...talk, slides: follow(talk.slides) ?? talk.slides })) };
}

function itemTexts(item: Item, relink: Relink): FieldEdit[] {
  if (item.kind !== 'quote') return changedTexts('item', item, ['note'], relink);
  const label = item.labelIsMarkdown ? (['attributionLabel'] as const) : [];
  return changedTexts('item', item, ['note', 'editedMarkdown', ...label], relink);
}

function changedTexts(
  kind: 'item' | 'wrapUp',
  record: Item | WrapUp,
  fields: readonly string[],
  relink: Relink,
): FieldEdit[] {
  return fields.flatMap((field) => {
    const text = (record as unknown as Record<string, unknown>)[field];
    if (typeof text !== 'string') return [];
    const changed = relink(text);
    return changed === text ? [] : fieldEdits(kind, record.id, { [field]: changed });
  });
}
