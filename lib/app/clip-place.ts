import type { Failure } from '../core/base/errors.ts';
import { clampText } from '../core/base/limits.ts';
import type { Result } from '../core/base/result.ts';
import type { ClipPlace, PlaceChoices, PlaceTarget } from '../core/capture/clip-place.ts';
import type { ChangeView } from '../core/post/change.ts';
import { type Item, inboxId, type Section } from '../core/post/item.ts';
import { keysInGap, type LandingGap } from '../core/post/landing.ts';
import { compareOrder } from '../core/post/order.ts';
import { plainInline } from '../render/contain-inline.ts';
import { attempt, orFail } from './attempt.ts';
import { fieldEdits, newOrigin } from './edited.ts';
import { landingEdits } from './landing.ts';
import { moveItemsToWrapUp } from './move-items-to-wrap-up.ts';
import type { Stores } from './ports.ts';

type Deps = Pick<Stores, 'items' | 'wrapUps' | 'changes'>;

/** How many rows above a clip are searched for its section; the card waits for this. */
const nearRows = 60;
/** How many rows from the end of a post are searched for sections to offer. */
const offeredRows = 2_000;
const mostSections = 5;
const mostWrapUps = 4;
const longestText = 60;

const textOf = ({ note }: Section) => clampText(plainInline(note), longestText);

/** Returns where a clip is. Fails with `clip-gone` if there is none. */
export function placeOfClip(deps: Deps, id: string): Promise<Result<ClipPlace, Failure>> {
  return attempt(() => findPlace(deps, id));
}

async function findPlace({ items, wrapUps }: Deps, id: string): Promise<ClipPlace> {
  const item = orFail(await items.get(id), 'clip-gone');
  const { wrapUpId, order } = item;
  if (wrapUpId === inboxId) return { wrapUpTitle: '', where: 'inbox', section: '' };
  const wrapUpTitle = orFail(await wrapUps.get(wrapUpId), 'wrap-up-gone').title;
  if (item.tray !== undefined) return { wrapUpTitle, where: 'tray', section: '' };
  const [above] = await items.sectionsAbove(wrapUpId, order, nearRows);
  const section = above ? textOf(above) : '';
  if (section !== '') return { wrapUpTitle, where: 'section', section };
  const [start, end] = await Promise.all([
    items.gapAt(wrapUpId, 'start'),
    items.gapAt(wrapUpId, 'end'),
  ]);
  const where = end.before === order ? 'end' : start.after === order ? 'start' : 'middle';
  return { wrapUpTitle, where, section: '' };
}

/** Returns the places that a clip's confirmation offers besides the start, the end and the tray. */
export function placesForClip(
  { items, wrapUps }: Deps,
  id: string,
): Promise<Result<PlaceChoices, Failure>> {
  return attempt(async () => {
    const { wrapUpId } = orFail(await items.get(id), 'clip-gone');
    const inPost = wrapUpId !== inboxId;
    const found = inPost ? await items.sectionsAbove(wrapUpId, undefined, offeredRows) : [];
    const sections = found
      .slice(0, mostSections)
      .reverse()
      .map((section) => ({ id: section.id, text: textOf(section) }))
      .filter(({ text }) => text !== '');
    const others = (await wrapUps.list()).filter(
      (each) => each.id !== wrapUpId && each.archivedAt === null,
    );
    const newest = others.slice(0, mostWrapUps).map(({ id: of, title }) => ({ id: of, title }));
    return { sections, wrapUps: inPost ? [...newest, { id: inboxId, title: '' }] : newest };
  });
}

/** Moves a clip to the place chosen in its confirmation, and returns where it is then. */
export function placeClip(
  deps: Deps,
  id: string,
  target: PlaceTarget,
): Promise<Result<ClipPlace, Failure>> {
  return attempt(async () => {
    if (target.to === 'wrap-up') {
      const moved = await moveItemsToWrapUp(deps, [id], target.id);
      if (!moved.ok) throw moved.error;
    } else await moveInPost(deps, id, target);
    return findPlace(deps, id);
  });
}

async function moveInPost(
  { changes }: Deps,
  id: string,
  target: Exclude<PlaceTarget, { to: 'wrap-up' }>,
): Promise<void> {
  await changes.apply(newOrigin(), async (view) => {
    const { wrapUpId } = orFail(await view.item(id), 'clip-gone');
    const landing = await landingEdits(view, [id]);
    if (target.to === 'tray') {
      return {
        kind: 'take-out',
        edits: [...landing, ...fieldEdits('item', id, { tray: 'waiting' })],
      };
    }
    const gap = await gapFor(view, wrapUpId, id, target);
    const { orders, rekeyed } = await keysInGap(gap, [id], () => view.places(wrapUpId));
    return {
      kind: 'move',
      edits: [...landing, ...fieldEdits('item', id, { tray: undefined })],
      places: [{ id, wrapUpId, order: orders[0] ?? '' }],
      rekeyed,
    };
  });
}

/** "Under a section" means after everything in it: before the next section or part. */
async function gapFor(
  view: ChangeView,
  wrapUpId: string,
  id: string,
  target: Exclude<PlaceTarget, { to: 'wrap-up' | 'tray' }>,
): Promise<LandingGap> {
  if (target.to !== 'section') return view.gapAt(wrapUpId, target.to);
  const section = orFail(await view.item(target.id), 'clip-gone');
  const below = (await view.items(wrapUpId)).filter(
    (item) => item.id !== id && compareOrder(item, section) > 0,
  );
  const end = below.findIndex(({ kind }) => kind === 'section' || kind === 'part');
  const last: Item = below[(end < 0 ? below.length : end) - 1] ?? section;
  return view.gapAt(wrapUpId, last.id);
}
