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

/** A clip that is stored durably. */
export interface SavedClip {
  item: Item;
  /** Title of its wrap-up; '' for the inbox. */
  wrapUpTitle: string;
  /** The earlier clip of the same thing. */
  before: Item | undefined;
  /** Titles of other wrap-ups that have a clip of the same thing; '' for the inbox. */
  alsoIn: readonly string[];
  /**
   * Id of the step that tied a quote of an opened post to this capture; absent if it is a separate
   * clip.
   */
  tieId?: string;
}

/**
 * Writes a clip where the current wrap-up wants new ones. One transaction holds all that it reads
 * for that, so two clips at once neither miss each other nor get the same place. A thing that this
 * wrap-up has already is written as deleted. The same id twice is one record. Words of a quote in
 * an opened post make no clip: that quote is tied to their page.
 * @param afterId the item to insert the clip after, wherever other clips land
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
      // On a retry, a clip that was written as deleted was a duplicate then, and still is.
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

/** Wrap-ups that were deleted are left out. */
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

/** Returns earlier clips of the same thing, from any wrap-up. */
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

/** Returns a file name that no other picture of the wrap-up has: `ring.png`, `ring-2.png`, … */
export async function freeFileName(
  { items }: Pick<Stores, 'items'>,
  wrapUpId: string,
  fileName: string,
): Promise<string> {
  const dot = fileName.lastIndexOf('.');
  const [stem, extension] = [fileName.slice(0, dot), fileName.slice(dot + 1)];
  return unusedName(stem, extension, await items.pictureNames(wrapUpId, stem));
}
