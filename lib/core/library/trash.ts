import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { IdSchema, InstantSchema } from '../base/record.ts';
import type { Item } from '../post/item.ts';
import type { WrapUp } from '../post/wrap-up.ts';

/** For how many days deleted things can be restored. */
export const keptDays = 30;

/**
 * Remains of a record that was removed for good, so that a merge with an older backup leaves it
 * out. Backups contain tombstones; a restore adds those of records that are not here, and one that
 * replaces everything keeps no others.
 */
export const TombstoneSchema = v.object({
  /** Id of the item, wrap-up or house style. */
  id: IdSchema,
  kind: v.picklist(['item', 'wrapUp', 'profile']),
  purgedAt: InstantSchema,
});

/**
 * A stored picture that was replaced, or a file that was removed, for as long as it can be
 * restored.
 */
export const ReplacedPictureSchema = v.object({
  /**
   * Made of the record's id and the picture's, so replacing the same one again makes no new row.
   */
  id: v.pipe(v.string(), v.maxLength(200)),
  record: v.picklist(['item', 'wrapUp']),
  /** Id of the clip, or of the wrap-up whose recording it showed. */
  recordId: IdSchema,
  /** The talk whose recording showed it, if that is not the wrap-up's own. */
  talkId: v.optional(IdSchema),
  /** The file of the wrap-up with these bytes, if it is no picture of a recording. */
  fileId: v.optional(IdSchema),
  /** sha-256 of the bytes, hex. */
  assetId: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** File name that the clip or file had; '' for a recording's. */
  fileName: v.pipe(v.string(), v.maxLength(limits.slug)),
  replacedAt: InstantSchema,
});

export type Tombstone = v.InferOutput<typeof TombstoneSchema>;
export type ReplacedPicture = v.InferOutput<typeof ReplacedPictureSchema>;

/** Something in the trash. */
export type TrashEntry =
  /** `item` is what a list needs of it; long texts are cut. */
  | { kind: 'item'; id: string; deletedAt: string; item: Item; wrapUp: WrapUp | undefined }
  | { kind: 'wrapUp'; id: string; deletedAt: string; wrapUp: WrapUp; itemCount: number }
  | {
      kind: 'picture';
      id: string;
      deletedAt: string;
      replaced: ReplacedPicture;
      /** The record that it belonged to; undefined if that is gone. */
      item: Item | undefined;
      wrapUp: WrapUp | undefined;
    };

/**
 * What is removed for good: everything deleted, everything before an instant, or entries by their
 * ids.
 */
export type Purge =
  | 'all'
  | { before: string }
  | { items: readonly string[]; wrapUps: readonly string[]; pictures: readonly string[] };

export interface Purged {
  /** Items, including those of purged wrap-ups. */
  items: number;
  wrapUps: number;
  /** How many pictures lost their bytes. */
  pictures: number;
  /** Steps of the history that can no longer be undone. */
  steps: number;
  /** True if something stored cannot be read; then no picture was removed. */
  unreadable: boolean;
}

export const purgedNothing: Purged = {
  items: 0,
  wrapUps: 0,
  pictures: 0,
  steps: 0,
  unreadable: false,
};
