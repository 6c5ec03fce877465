import { isSameValue } from '../merge/merge-value.ts';

/**
 * Returns where in a field the one changed text is: '' for the field itself; `talks` of a wrap-up
 * have `/<id>/title`. Undefined if something else changed, or more than one text.
 */
export function typedPlace({
  before,
  after,
}: {
  before?: unknown;
  after?: unknown;
}): string | undefined {
  const places = [...changedPlaces(before, after, '')];
  return places.length === 1 ? places[0] : undefined;
}

function* changedPlaces(
  before: unknown,
  after: unknown,
  place: string,
): Generator<string | undefined> {
  if (isSameValue(before, after)) return;
  if (typeof after === 'string') yield place;
  else if (!isParent(before) || !isParent(after)) yield undefined;
  else {
    const [old, now] = [partsOf(before), partsOf(after)];
    // Adding or removing an entry is no typing.
    if (Array.isArray(after) && [...old.keys()].join() !== [...now.keys()].join()) yield undefined;
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      yield* changedPlaces(old.get(key), now.get(key), `${place}/${key}`);
    }
  }
}

const isParent = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Returns the fields of an object, or the entries of a list by their ids. */
function partsOf(value: object): Map<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(value.map((entry, at) => [String((entry as { id?: unknown })?.id ?? at), entry]));
}
