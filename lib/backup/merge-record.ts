import { isSameValue, mergeValue, textMergeOf } from '../core/merge/merge-value.ts';
import { placeField, type RecordKind, recordKey } from '../core/post/change.ts';
import { type FieldTrail, hasValue, lastCommon, type Trails, trailOf } from './trails.ts';

type Fields = Record<string, unknown>;

/** Which side of a restore has something that the other lacks. */
export type Verdict = 'same' | 'newer-here' | 'newer-there' | 'both';

export interface MergedRecord {
  verdict: Verdict;
  /** The record to store; the caller sets `updatedAt`. */
  record: Fields;
  /** Values of the file that are not in `record`; they become versions in the history. */
  versions: { field: string; theirs: unknown }[];
}

/** The same record here and in a file. */
export interface TwoVersions {
  kind: RecordKind;
  id: string;
  here: Fields;
  there: Fields;
}

/** Fields that each record decides for itself, or that are decided elsewhere. */
const apart: ReadonlySet<string> = new Set(
  'id kind live createdAt updatedAt deletedAt order wrapUpId'.split(' '),
);
/**
 * Fields that say where something is: if both sides changed one, ours wins, and no word is lost.
 */
const places: ReadonlySet<string> = new Set(['landing', 'tray']);

/**
 * Merges two versions of a record by what both sides' histories know, without using clocks (ADR
 * 34). It works field by field: the side that knows the other's last edit, or had the other's value
 * before, is newer. If each side has something that the other does not know, both changed the field
 * since the last common value, and the texts are merged based on that. Without a common value
 * nothing is merged: ours wins, and theirs becomes a version in the history.
 * @param isValid whether a record may be stored; a merged one may be too long
 */
export function mergeRecord(
  { kind, id, here, there }: TwoVersions,
  trails: { here: Trails; there: Trails },
  isValid: (record: Fields) => boolean,
): MergedRecord {
  const key = recordKey(kind, id);
  const sides = (field: string) =>
    [trailOf(trails.here, key, field), trailOf(trails.there, key, field)] as const;
  const merged: Fields = { ...here };
  const versions: MergedRecord['versions'] = [];
  const found = new Set<Verdict>();
  for (const field of new Set([...Object.keys(here), ...Object.keys(there)])) {
    if (apart.has(field)) continue;
    const captured = field === 'editedMarkdown' ? here.markdown : undefined;
    const made = mergeField(field, here[field], there[field], ...sides(field), captured);
    found.add(made.verdict);
    merged[field] = made.value;
    if (made.isLeftOut) versions.push({ field, theirs: there[field] });
  }
  if (kind === 'item') {
    const place = mergePlace(here, there, ...sides(placeField));
    found.add(place.verdict);
    Object.assign(merged, place.value);
  }
  if (kind !== 'profile') {
    const deletion = mergeDeletion(here.deletedAt, there.deletedAt, found, ...sides('deletedAt'));
    found.add(deletion.verdict);
    merged.deletedAt = deletion.value;
  }
  const record = withoutUndefined(merged);
  if (isValid(record)) return { verdict: verdictOf(found), record, versions };
  const theirs = Object.keys(there)
    .filter((field) => !apart.has(field) && !isSameValue(here[field], there[field]))
    .map((field) => ({ field, theirs: there[field] }));
  return { verdict: 'both', record: here, versions: theirs };
}

function verdictOf(found: ReadonlySet<Verdict>): Verdict {
  if (found.has('both') || (found.has('newer-here') && found.has('newer-there'))) return 'both';
  if (found.has('newer-there')) return 'newer-there';
  return found.has('newer-here') ? 'newer-here' : 'same';
}

interface MergedField {
  verdict: Verdict;
  value: unknown;
  /** True if the file's value is not part of `value`. */
  isLeftOut?: boolean;
}

/**
 * Returns the side that knows the other's last edit; if both do, the side that has undone or redone
 * edits since. Undefined if neither.
 */
function byEdits(here: FieldTrail, there: FieldTrail): 'newer-here' | 'newer-there' | undefined {
  const knows = (one: FieldTrail, other: FieldTrail) =>
    other.lastId !== undefined && one.ids.has(other.lastId);
  const [hereKnows, thereKnows] = [knows(here, there), knows(there, here)];
  if (hereKnows && thereKnows && here.turns !== there.turns) {
    return here.turns > there.turns ? 'newer-here' : 'newer-there';
  }
  if (hereKnows === thereKnows) return undefined;
  return hereKnows ? 'newer-here' : 'newer-there';
}

/** Decides the same by values: the side that had the other's value before is newer. */
function byValues(
  [here, there]: readonly [unknown, unknown],
  [ours, theirs]: readonly [FieldTrail, FieldTrail],
): 'newer-here' | 'newer-there' | undefined {
  const [hadTheirs, hadOurs] = [hasValue(ours, there), hasValue(theirs, here)];
  if (hadTheirs === hadOurs) return undefined;
  return hadTheirs ? 'newer-here' : 'newer-there';
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

function mergeField(
  field: string,
  here: unknown,
  there: unknown,
  ours: FieldTrail,
  theirs: FieldTrail,
  /** The text that the first edit changed, if the field is null until then. */
  captured?: unknown,
): MergedField {
  if (isSameValue(here, there)) return { verdict: 'same', value: here };
  if (field === 'seenAt' || field === 'triagedAt')
    return { verdict: 'same', value: firstSeen(here, there) };
  const newer = byEdits(ours, theirs) ?? byValues([here, there], [ours, theirs]);
  if (newer) return { verdict: newer, value: newer === 'newer-here' ? here : there };
  if (ours.ids.size === 0 && theirs.ids.size === 0 && isEmpty(here) !== isEmpty(there)) {
    // This was no edit: the value was added later, like the bytes of a picture that was still
    // loading.
    return isEmpty(here)
      ? { verdict: 'newer-there', value: there }
      : { verdict: 'newer-here', value: here };
  }
  if (places.has(field)) return { verdict: 'same', value: here };
  const base = lastCommon(ours, theirs);
  if (base === undefined) return { verdict: 'both', value: here, isLeftOut: true };
  const merged = mergeValue(field, base.value ?? captured, here, there);
  if (textMergeOf(field) === 'prose' && typeof here === 'string' && typeof there === 'string') {
    // Two texts that were begun separately stay separate.
    const value = base.value === '' && !isPart(here, there) ? `${here}\n\n${there}` : merged.value;
    return { verdict: 'both', value };
  }
  return { verdict: 'both', value: merged.value, isLeftOut: merged.clash };
}

/**
 * An item seen on one machine counts as seen; an absent value means that it was clipped before this
 * was recorded.
 */
function firstSeen(here: unknown, there: unknown): unknown {
  const seen = [here, there].filter((each) => typeof each === 'string');
  return seen.length > 0 ? seen.sort()[0] : here;
}

const isPart = (one: string, other: string) =>
  one === '' || other === '' || one.includes(other) || other.includes(one);

/**
 * Returns where an item goes: it stays where it is here, unless only the file has moved it since.
 */
function mergePlace(
  here: Fields,
  there: Fields,
  ours: FieldTrail,
  theirs: FieldTrail,
): MergedField & { value: Fields } {
  const placeOf = ({ wrapUpId, order }: Fields) => ({ wrapUpId, order });
  const [stays, goes] = [placeOf(here), placeOf(there)];
  if (isSameValue(stays, goes)) return { verdict: 'same', value: stays };
  const newer = byEdits(ours, theirs) ?? byValues([stays, goes], [ours, theirs]);
  if (newer === 'newer-there') return { verdict: newer, value: goes };
  if (newer === 'newer-here') return { verdict: newer, value: stays };
  // Keys are renewed if there is no room, which is no change; a place never loses a word.
  return { verdict: here.wrapUpId === there.wrapUpId ? 'same' : 'both', value: stays };
}

/** Something that one side deleted and the other continued to edit is not deleted. */
function mergeDeletion(
  here: unknown,
  there: unknown,
  found: ReadonlySet<Verdict>,
  ours: FieldTrail,
  theirs: FieldTrail,
): MergedField {
  if ((here === null) === (there === null)) return { verdict: 'same', value: here };
  const known = byEdits(ours, theirs);
  const alone =
    (ours.lastId === undefined) === (theirs.lastId === undefined)
      ? undefined
      : ours.lastId === undefined
        ? 'newer-there'
        : 'newer-here';
  const newer = known ?? alone;
  if (newer === undefined) return { verdict: 'both', value: null };
  const value = newer === 'newer-here' ? here : there;
  const wentOn = newer === 'newer-here' ? 'newer-there' : 'newer-here';
  if (value !== null && (found.has(wentOn) || found.has('both'))) {
    return { verdict: 'both', value: null };
  }
  return { verdict: newer, value };
}

/** An absent field is not stored. */
function withoutUndefined(value: Fields): Fields {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}
