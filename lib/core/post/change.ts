import * as v from 'valibot';
import { IdSchema, InstantSchema } from '../base/record.ts';
import type { Item, Part } from './item.ts';
import type { LandingGap, PostLanding } from './landing.ts';
import type { StoredPlace } from './order.ts';
import type { Profile } from './profile.ts';
import { typedPlace } from './typed-place.ts';
import type { WrapUp } from './wrap-up.ts';

/** The history of what belongs to no wrap-up: the house styles. */
export const optionsHistory = 'options';
/** Id of the first house style, which is always there; others have ids of their own. */
export const profileId = 'profile';

export const RecordKindSchema = v.picklist(['item', 'wrapUp', 'profile']);

/** One field of one record, before and after. Undo writes `before`, redo `after`. */
const ChangedFieldSchema = v.object({
  record: RecordKindSchema,
  /** The record's id; `profileId` for the house style. */
  id: v.string(),
  field: v.pipe(v.string(), v.maxLength(100)),
  before: v.unknown(),
  after: v.unknown(),
});

/** What a step did, for the sentence that names it. */
export const ChangeKindSchema = v.picklist([
  'edit',
  'fill',
  'add',
  'delete',
  'restore',
  'hide',
  'show',
  'move',
  'sort',
  'move-away',
  'landing',
  'take-out',
  'place',
  'put-aside',
  'take-up',
  'archive',
  'unarchive',
  'delete-wrap-up',
  'picture',
  'convert',
  'match',
  'split',
  'join',
  'tie',
]);

/**
 * One step of a history: every edit is a record with its inverse, written in the same transaction
 * as the edit itself.
 */
export const ChangeSchema = v.object({
  /**
   * Ids of the edits that it holds, the newest last. What is typed without a pause is one step of
   * several edits.
   */
  ids: v.array(IdSchema),
  /** Ids of the wrap-ups it belongs to (`inboxId` and `optionsHistory` among them). */
  histories: v.array(v.string()),
  kind: ChangeKindSchema,
  /** When its newest edit was made. */
  at: InstantSchema,
  /** The page that made it; only one page's typing becomes one step. */
  client: v.string(),
  /** `ended`: it can be neither undone nor redone any more. */
  state: v.picklist(['done', 'undone', 'ended']),
  fields: v.array(ChangedFieldSchema),
  /** How often it was taken back or done again; absent: never. Tells an older copy of it from a newer. */
  turns: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

export type RecordKind = v.InferOutput<typeof RecordKindSchema>;
export type ChangeKind = v.InferOutput<typeof ChangeKindSchema>;
export type ChangedField = v.InferOutput<typeof ChangedFieldSchema>;
export type Change = v.InferOutput<typeof ChangeSchema>;

/**
 * Where an item is: its wrap-up and key, and which items were beside it, deleted ones too. The inverse
 * of a move goes by the neighbours, since keys may be made anew.
 */
export interface PlaceValue {
  wrapUpId: string;
  order: string;
  previousId: string | null;
  nextId: string | null;
}

/** The name under which a change records an item's place. */
export const placeField = 'place';

/** A new value of one field of a record. */
export interface FieldEdit {
  record: RecordKind;
  id: string;
  field: string;
  value: unknown;
  /**
   * The value that it was typed over. What the field has become since is merged with it (see
   * `mergeValue`); without it the new value stands.
   */
  base?: { value: unknown } | undefined;
}

/** What is written as one step. */
export interface ChangePlan {
  kind: ChangeKind;
  /** Histories that it belongs to, too, beside those of what it changes. */
  histories?: readonly string[];
  edits?: readonly FieldEdit[];
  /** Items that are new; taken back, they are deleted. */
  created?: readonly Item[];
  /** New quotes that get a copy of another's original, with that one's id. */
  originals?: ReadonlyMap<string, string>;
  /** New places of items. */
  places?: readonly { id: string; wrapUpId: string; order: string }[];
  /** Keys that are made anew to get room, which changes nothing that anybody sees. */
  rekeyed?: ReadonlyMap<string, string>;
}

/** Which edit it is, and which page made it. */
export interface ChangeOrigin {
  /** Made up by whoever asks: asking again with the same id changes nothing. */
  id: string;
  client: string;
}

export type StoredRecord = Item | WrapUp | Profile;

/** What a plan may read; all in the transaction that writes it. */
export interface ChangeView {
  item(id: string): Promise<Item | undefined>;
  wrapUp(id: string): Promise<WrapUp | undefined>;
  /** Those of a wrap-up (or `inboxId`) that are not deleted, in their order. */
  items(wrapUpId: string): Promise<Item[]>;
  /** The parts of the template among them, in no order. */
  parts(wrapUpId: string): Promise<Part[]>;
  /** Those that wait in its tray, or were put aside there. */
  tray(wrapUpId: string): Promise<Item[]>;
  /** The places of all its items in their order, also of those that are deleted or cannot be read. */
  places(wrapUpId: string): Promise<StoredPlace[]>;
  /** All blocks of the clip that an item is of, itself and deleted ones among them. */
  blocksOf(item: Item): Promise<Item[]>;
  /** Where in a wrap-up something lands; default: at the end of the post. */
  gapAt(wrapUpId: string, landing?: PostLanding): Promise<LandingGap>;
}

/** A field that was changed elsewhere meanwhile, in a way that could not be put together. */
export type Clash = Pick<ChangedField, 'record' | 'id' | 'field'>;

/** What was written. */
export interface AppliedChange {
  /** The records that were asked for, as they are now, by `recordKey`. */
  records: ReadonlyMap<string, StoredRecord>;
  clashes: readonly Clash[];
  /** Absent if nothing was changed. */
  change?: Change;
}

export const recordKey = (record: RecordKind, id: string): string => `${record}/${id}`;

/** What came of taking a step back, or doing it again. */
export type StepOutcome =
  | { outcome: 'done'; change: Change }
  | { outcome: 'nothing' }
  /** What the step changed was changed again since, or is gone; it is skipped from now on. */
  | { outcome: 'refused'; change: Change; reason: 'changed-since' | 'gone' };

/** Steps that a history keeps. */
export const historySteps = 400;

/** What is typed into one field is one step until this long a pause, ms. */
export const typingPauseMs = 1_500;

/** True if `next` goes on with what `last` began: the same page, typing in the same field. */
export function continuesTyping(
  last: Change,
  next: Pick<Change, 'kind' | 'client' | 'at' | 'fields'>,
): boolean {
  const [one, other] = [last.fields[0], next.fields[0]];
  return (
    last.state === 'done' &&
    last.kind === 'edit' &&
    next.kind === 'edit' &&
    last.client === next.client &&
    Date.parse(next.at) - Date.parse(last.at) < typingPauseMs &&
    one !== undefined &&
    other !== undefined &&
    isSameField(one, other) &&
    typedPlace(one) !== undefined &&
    typedPlace(one) === typedPlace(other)
  );
}

export const isSameField = (one: ChangedField, other: ChangedField): boolean =>
  one.record === other.record && one.id === other.id && one.field === other.field;

/** Ids of edits that are remembered of one step: a journal holds the last few at most. */
const rememberedIds = 20;

/** `last` with the edit that goes on with it. */
export function withTyping(last: Change, next: Pick<Change, 'ids' | 'at' | 'fields'>): Change {
  const fields = [...last.fields];
  for (const field of next.fields) {
    const at = fields.findIndex((each) => isSameField(each, field));
    const known = fields[at];
    if (known === undefined) fields.push(field);
    else fields[at] = { ...known, after: field.after };
  }
  return { ...last, ids: [...last.ids, ...next.ids].slice(-rememberedIds), at: next.at, fields };
}

/** True if a new edit makes the redo of an undone step pointless: both are of one field. */
export const touchesSame = (
  one: readonly ChangedField[],
  other: readonly ChangedField[],
): boolean => one.some((field) => other.some((each) => isSameField(field, each)));
