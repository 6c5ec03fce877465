import type { Failure } from '../../core/base/errors.ts';
import type { Result } from '../../core/base/result.ts';
import { type Item, inboxId, type SourcedClip } from '../../core/post/item.ts';
import { unusedName } from '../../core/text/file-name.ts';
import { type Active, ensureActiveWrapUp } from '../active-wrap-up.ts';
import { attempt } from '../attempt.ts';
import { putLanded } from '../landing.ts';
import type { Clock, Stores } from '../ports.ts';
import type { ComposedClip } from './compose-clip.ts';
import { tieQuote } from './tie-quote.ts';

interface Deps {
  stores: Stores;
  clock: Clock;
}

/** A clip that is on the disk. */
export interface SavedClip {
  item: Item;
  /** Title of the wrap-up it is in; '' for the inbox. */
  wrapUpTitle: string;
  /** The clip of the same thing that was there before. */
  before: Item | undefined;
  /** Titles of other wrap-ups that have a clip of the same thing; '' for the inbox. */
  alsoIn: readonly string[];
  /** Id of the step that tied a quote of an opened post to what was clipped; absent: it is a clip of its own. */
  tieId?: string;
}

/**
 * Writes a clip where the active wrap-up wants new ones, in one transaction with all that it reads for that,
 * so that two at once neither miss each other nor get the same place. What was clipped before for the same
 * wrap-up is written as deleted. The same id twice is one record. Words of a quote of an opened post make no clip:
 * that quote is tied to their page.
 * @param afterId of the item that it is to stand after, wherever others land
 */
export function saveClip(
  deps: Deps,
  composed: ComposedClip,
  afterId?: string,
): Promise<Result<SavedClip, Failure>> {
  const { stores } = deps;
  return attempt(() =>
    stores.atomically(async () => {
      const { id } = composed.item;
      const [known, active, same] = await Promise.all([
        stores.items.get(id),
        activeWrapUp(deps),
        findDuplicates(stores, composed),
      ]);
      const tied = known ? undefined : await tieQuote(stores, composed, active, same);
      if (tied) {
        const { title = '' } = (await stores.wrapUps.get(tied.wrapUpId)) ?? {};
        return { item: tied, wrapUpTitle: title, before: undefined, alsoIn: [], tieId: id };
      }
      const place = known?.wrapUpId ?? active.id;
      // On a retry: a clip that was written as deleted had been clipped before, and still has been.
      const counts = known === undefined || known.deletedAt !== null;
      const duplicate = counts ? same.find(({ wrapUpId }) => wrapUpId === place) : undefined;
      const item =
        known ??
        (await write(stores, composed, active, { isDuplicate: duplicate !== undefined, afterId }));
      const elsewhere = new Set(same.map(({ wrapUpId }) => wrapUpId));
      elsewhere.delete(place);
      const wrapUp = place === active.id ? active.wrapUp : await stores.wrapUps.get(place);
      const alsoIn = await titlesOf(stores, [...elsewhere]);
      return { item, wrapUpTitle: wrapUp?.title ?? '', before: duplicate, alsoIn };
    }),
  );
}

/** Those of wrap-ups that were deleted are left out. */
async function titlesOf({ wrapUps }: Stores, ids: readonly string[]): Promise<string[]> {
  const titles = await Promise.all(
    ids.map(async (id) => {
      if (id === inboxId) return [''];
      const wrapUp = await wrapUps.get(id);
      return wrapUp === undefined || wrapUp.deletedAt !== null ? [] : [wrapUp.title];
    }),
  );
  return titles.flat();
}

async function activeWrapUp({ stores, clock }: Deps) {
  const active = await ensureActiveWrapUp({ ...stores, clock });
  if (!active.ok) throw active.error;
  return active.value;
}

/** The same thing clipped before, in any wrap-up. */
async function findDuplicates(
  { items }: Pick<Stores, 'items'>,
  { item, fingerprints }: ComposedClip,
): Promise<Item[]> {
  const found = await Promise.all(fingerprints.map((each) => items.withFingerprint(each)));
  return found.flat().filter(({ id }) => id !== item.id);
}

async function write(
  stores: Stores,
  { item, original, asset }: ComposedClip,
  active: Active,
  { isDuplicate, afterId }: { isDuplicate: boolean; afterId: string | undefined },
): Promise<SourcedClip> {
  const fileName =
    item.kind === 'image' ? await freeFileName(stores, active.id, item.fileName) : undefined;
  const named = {
    ...item,
    deletedAt: isDuplicate ? item.createdAt : null,
    ...(fileName === undefined ? {} : { fileName }),
  };
  if (asset !== undefined) await stores.assets.put(asset);
  return putLanded(stores, named, active.wrapUp, { afterId, original });
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
