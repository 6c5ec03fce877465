import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { ChangeKind, ChangePlan, ChangeView, FieldEdit } from '../core/post/change.ts';
import type { Part } from '../core/post/item.ts';
import { compareOrder, planMove } from '../core/post/order.ts';
import { attempt } from './attempt.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import { landingEdits } from './landing.ts';
import type { ChangeStore, Clock } from './ports.ts';

/**
 * A part of the template that gets its own row in a post because it no longer follows the template.
 */
export interface NewPartRow extends Pick<Part, 'id' | 'part' | 'talkId'> {
  changes?: Partial<Pick<Part, 'byHand' | 'note' | 'base' | 'hidden'>>;
}

/** The rows of a post among which parts of the template get theirs. */
export interface AmongParts {
  /** Ids of the rows in their new order, including new ones. */
  order: readonly string[];
  parts: readonly NewPartRow[];
}

interface PartsStep extends AmongParts {
  kind: ChangeKind;
  /** Stored rows that move to their place in `order`; the others stay. */
  moving?: readonly string[];
  /** What else changes. */
  edits?: readonly FieldEdit[];
}

type Deps = { changes: ChangeStore; clock: Pick<Clock, 'now'> };

/** Gives parts of the template their own rows, and changes what goes with that, as one step. */
export function storeParts(
  { changes, clock }: Deps,
  wrapUpId: string,
  { kind, moving = [], edits = [], ...among }: PartsStep,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const { plan, orderOf, rowOf } = await placeAmong(
          view,
          wrapUpId,
          among,
          moving,
          clock.now(),
        );
        return {
          ...plan,
          kind,
          places: moving.map((id) => ({ id, wrapUpId, order: orderOf(id) })),
          edits: [
            ...(await landingEdits(view, moving)),
            ...(plan.edits ?? []),
            // Another window may already have given the part its row.
            ...edits.map((edit) => ({ ...edit, value: rowOf(edit.value) })),
          ],
        };
      }),
    ),
  );
}

interface PlacedAmong {
  plan: Required<Pick<ChangePlan, 'created' | 'rekeyed' | 'edits'>>;
  /** Returns the order key of a row that moves or is new. */
  orderOf(id: string): string;
  /** Returns the id of the row that a part already has instead of the one it was to get. */
  rowOf<T>(id: T): T | string;
}

/**
 * Returns the rows that parts get, and the order keys of what is put among them. A part that got
 * its row elsewhere meanwhile keeps that row, which is changed instead.
 */
export async function placeAmong(
  view: ChangeView,
  wrapUpId: string,
  { order, parts }: AmongParts,
  placing: readonly string[],
  now: string,
): Promise<PlacedAmong> {
  const stored = await view.parts(wrapUpId);
  const known = new Map<unknown, string>();
  for (const { id, part, talkId } of parts) {
    const row = stored.find((each) => each.part === part && each.talkId === talkId);
    if (row) known.set(id, row.id);
  }
  const added = parts.filter(({ id }) => !known.has(id));
  const keys = keysAmong(
    await view.places(wrapUpId),
    order.map((id) => known.get(id) ?? id),
    new Set([...placing, ...added.map(({ id }) => id)]),
  );
  const orderOf = (id: string) => keys.get(id) ?? '';
  const created = added.map(
    ({ id, part, talkId, changes }): Part => ({
      kind: 'part',
      id,
      wrapUpId,
      order: orderOf(id),
      part,
      ...(talkId === undefined ? {} : { talkId }),
      byHand: false,
      note: '',
      base: '',
      hidden: false,
      ...changes,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    }),
  );
  const isPlaced = new Set([...placing, ...created.map(({ id }) => id)]);
  return {
    plan: {
      created,
      rekeyed: new Map([...keys].filter(([id]) => !isPlaced.has(id))),
      edits: parts.flatMap(({ id, changes = {} }) => {
        const row = known.get(id);
        return row === undefined ? [] : fieldEdits('item', row, changes);
      }),
    },
    orderOf,
    rowOf: (id) => known.get(id) ?? id,
  };
}

/**
 * Returns new order keys for `placing`, in the places that `order` gives, and for others if there
 * is no room.
 */
function keysAmong(
  all: Awaited<ReturnType<ChangeView['places']>>,
  order: readonly string[],
  placing: ReadonlySet<string>,
): Map<string, string> {
  const keys = new Map<string, string>();
  let places: { id: string; order: string }[] = all.filter(({ id }) => !placing.has(id));
  const known = new Set(places.map(({ id }) => id));
  let run: string[] = [];
  const put = (beforeId: string | undefined) => {
    if (run.length === 0) return;
    for (const [id, key] of planMove(places, run, beforeId)) keys.set(id, key);
    const placed = new Set(run);
    places = [...places, ...run.map((id) => ({ id, order: '' }))]
      .map((place) => ({ ...place, order: keys.get(place.id) ?? place.order }))
      .sort(compareOrder);
    for (const id of placed) known.add(id);
    run = [];
  };
  for (const id of order) {
    if (placing.has(id)) run.push(id);
    else if (known.has(id)) put(id);
  }
  put(undefined);
  return keys;
}
