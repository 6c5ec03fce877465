import type { Item, Part } from '../../core/post/item.ts';
import type { PartOutput } from './template-output.ts';

/** Something in the post: an item, or a part with a row for what differs from the template. */
export type Placed = { item: Exclude<Item, Part> } | { output?: PartOutput; row?: Part };

type Named = Pick<Part, 'part' | 'talkId'>;
const keyOf = ({ part, talkId = '' }: Named): string => `${talkId}/${part}`;

/**
 * Puts everything in the order of the post. Parts with a row are at its place. Of the others,
 * leading ones come before all items, closing ones after them, unless a neighbour was moved: a
 * leading part follows the nearest one before it in the template, a closing one precedes the
 * nearest after it. A row whose part the template no longer has stays if it was written by hand.
 */
export function placeParts(items: readonly Item[], outputs: readonly PartOutput[]): Placed[] {
  const unplaced = new Map(outputs.map((output) => [keyOf(output), output]));
  const placed: Placed[] = [];
  for (const item of items) {
    if (item.kind !== 'part') {
      placed.push({ item });
      continue;
    }
    const output = unplaced.get(keyOf(item));
    unplaced.delete(keyOf(item));
    if (output) placed.push({ output, row: item });
    else if (item.byHand) placed.push({ row: item });
  }
  const leading = outputs.filter(({ side }) => side === 'leading');
  const closing = outputs.filter(({ side }) => side === 'closing').reverse();
  const atStart = besideNeighbours(leading, unplaced);
  const atEnd = besideNeighbours(closing, unplaced);
  const last = (of: typeof atEnd, neighbour: PartOutput | undefined) =>
    [...(of.get(neighbour) ?? [])].reverse().map((output) => ({ output }));
  const first = (of: typeof atStart, neighbour: PartOutput | undefined) =>
    (of.get(neighbour) ?? []).map((output) => ({ output }));
  return [
    ...first(atStart, undefined),
    ...placed.flatMap((each) => {
      if ('item' in each || !each.output) return [each];
      return [...last(atEnd, each.output), each, ...first(atStart, each.output)];
    }),
    ...last(atEnd, undefined),
  ];
}

/** Returns the parts without a row, by the nearest part before them that has one. */
function besideNeighbours(
  outputs: readonly PartOutput[],
  unplaced: ReadonlyMap<string, PartOutput>,
): Map<PartOutput | undefined, PartOutput[]> {
  const beside = new Map<PartOutput | undefined, PartOutput[]>();
  let neighbour: PartOutput | undefined;
  for (const output of outputs) {
    if (unplaced.get(keyOf(output)) !== output) neighbour = output;
    else beside.set(neighbour, [...(beside.get(neighbour) ?? []), output]);
  }
  return beside;
}
