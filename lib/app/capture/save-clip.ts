import type { Failure } from '../../core/errors.ts';
import { unusedName } from '../../core/file-name.ts';
import type { Item, SourcedClip } from '../../core/item.ts';
import { keyAfter } from '../../core/order.ts';
import type { Result } from '../../core/result.ts';
import { ensureActiveWrapUp } from '../active-wrap-up.ts';
import { attempt } from '../attempt.ts';
import type { Clock, Stores } from '../ports.ts';
import type { ComposedClip } from './compose-clip.ts';

interface Deps {
  stores: Stores;
  clock: Clock;
}

/** A clip that is on the disk. */
export interface SavedClip {
  item: Item;
  /** Title of the wrap-up it is in, or that of the clip before; '' for the inbox. */
  wrapUpTitle: string;
  /** The clip of the same thing that was there before. */
  before: Item | undefined;
}

/**
 * Writes a clip at the end of the active wrap-up, in one transaction with all that it reads for that, so
 * that two at once neither miss each other nor get the same place. What was clipped before is written as
 * deleted. The same id twice is one record.
 */
export function saveClip(deps: Deps, composed: ComposedClip): Promise<Result<SavedClip, Failure>> {
  const { stores } = deps;
  return attempt(() =>
    stores.atomically(async () => {
      const { id } = composed.item;
      const [known, active, before] = await Promise.all([
        stores.items.get(id),
        activeWrapUp(deps),
        findDuplicate(stores, composed),
      ]);
      // On a retry: a clip that was written as deleted had been clipped before, and still has been.
      const counts = known === undefined || known.deletedAt !== null;
      const duplicate = counts ? before : undefined;
      const item = known ?? (await write(stores, composed, active.id, duplicate !== undefined));
      const wrapUp =
        duplicate === undefined || duplicate.wrapUpId === active.id
          ? active.wrapUp
          : await stores.wrapUps.get(duplicate.wrapUpId);
      return { item, wrapUpTitle: wrapUp?.title ?? '', before: duplicate };
    }),
  );
}

async function activeWrapUp({ stores, clock }: Deps) {
  const active = await ensureActiveWrapUp({ ...stores, clock });
  if (!active.ok) throw active.error;
  return active.value;
}

/** The same thing clipped before, in any wrap-up. */
async function findDuplicate(
  { items }: Pick<Stores, 'items'>,
  { item, fingerprints }: ComposedClip,
): Promise<Item | undefined> {
  const found = await Promise.all(fingerprints.map((each) => items.withFingerprint(each)));
  return found.flat().find(({ id }) => id !== item.id);
}

async function write(
  stores: Stores,
  { item, original, asset }: ComposedClip,
  wrapUpId: string,
  isDuplicate: boolean,
): Promise<SourcedClip> {
  const [order, fileName] = await Promise.all([
    stores.items.lastOrder(wrapUpId).then(keyAfter),
    item.kind === 'image' ? freeFileName(stores, wrapUpId, item.fileName) : undefined,
  ]);
  const placed = {
    ...item,
    wrapUpId,
    order,
    deletedAt: isDuplicate ? item.createdAt : null,
    ...(fileName === undefined ? {} : { fileName }),
  };
  await Promise.all([
    asset === undefined ? undefined : stores.assets.put(asset),
    stores.items.put(placed, original),
  ]);
  return placed;
}

/** A file name that no other picture of the wrap-up has: `ring.png`, `ring-2.png`, … */
export async function freeFileName(
  { items }: Pick<Stores, 'items'>,
  wrapUpId: string,
  fileName: string,
): Promise<string> {
  const dot = fileName.lastIndexOf('.');
  const [stem, extension] = [fileName.slice(0, dot), fileName.slice(dot + 1)];
  return unusedName(stem, extension, await items.pictureNames(wrapUpId, stem));
}
