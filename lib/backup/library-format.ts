import * as v from 'valibot';
import { limits } from '../core/base/limits.ts';
import { IdSchema, InstantSchema } from '../core/base/record.ts';
import { ReplacedPictureSchema, TombstoneSchema } from '../core/library/trash.ts';
import { ChangeSchema } from '../core/post/change.ts';
import { ItemSchema, inboxId, OriginalSchema } from '../core/post/item.ts';
import { ProfileSchema } from '../core/post/profile.ts';
import { WrapUpSchema } from '../core/post/wrap-up.ts';

/**
 * A library file: everything that is stored, as a zip (ADR 34). It has one file of JSON lines for
 * each table, the pictures as files named by the sha-256 of their bytes, and a head that lists its
 * contents.
 *
 * Files of every version that shipped stay readable: a later version adds tables and optional
 * fields, or converts the records of earlier ones.
 */
export const libraryFormat = 'wrapup-library';
export const libraryVersion = 1;

export const headName = 'wrapup.json';
export const pictureFolder = 'pictures/';
export const pictureName = (id: string): string => pictureFolder + id;

const DigestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** JSON has no `undefined`, so an absent field stays absent. */
const ChangedFieldSchema = v.object({
  ...ChangeSchema.entries.fields.item.entries,
  before: v.optional(v.unknown()),
  after: v.optional(v.unknown()),
});

const SettingSchema = v.union([
  v.object({ key: v.literal('profile'), value: ProfileSchema }),
  /** Further house styles, by their ids. */
  v.object({
    key: v.pipe(v.string(), v.regex(/^profile\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i)),
    value: ProfileSchema,
  }),
  v.object({
    key: v.literal('activeWrapUpId'),
    value: v.union([IdSchema, v.literal(inboxId)]),
  }),
]);

const PictureSchema = v.object({
  /** sha-256 of the bytes, hex. */
  id: DigestSchema,
  /** Absent if the bytes are lost, or were left out of this file. */
  mediaType: v.optional(v.pipe(v.string(), v.maxLength(100))),
  createdAt: v.optional(InstantSchema),
  /** Length in bytes; absent like `mediaType`. */
  size: v.optional(v.pipe(CountSchema, v.maxValue(limits.assetBytes))),
});

/**
 * A row that the app that wrote the file could not read, as it was stored. It is kept for people to
 * look at; nothing is restored from it.
 */
const UnreadableSchema = v.object({ table: v.string(), row: v.unknown() });

/** The tables of a library file, in the order of writing and reading. */
export const tableSchemas = {
  wrapUps: WrapUpSchema,
  items: ItemSchema,
  originals: OriginalSchema,
  changes: v.object({ ...ChangeSchema.entries, fields: v.array(ChangedFieldSchema) }),
  settings: SettingSchema,
  tombstones: TombstoneSchema,
  replacedPictures: ReplacedPictureSchema,
  pictures: PictureSchema,
  unreadable: UnreadableSchema,
} as const;

export type TableName = keyof typeof tableSchemas;
export type LibraryRow<T extends TableName> = v.InferOutput<(typeof tableSchemas)[T]>;

export const tableNames = Object.keys(tableSchemas) as TableName[];
export const tableFile = (table: TableName): string => `${table}.jsonl`;

const RowsSchema = v.optional(CountSchema, 0);

export const HeadSchema = v.object({
  format: v.literal(libraryFormat),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Version of the app that wrote it. */
  app: v.pipe(v.string(), v.maxLength(100)),
  createdAt: InstantSchema,
  /** True if the bytes of the pictures are in the file. */
  hasPictures: v.boolean(),
  /**
   * How many rows each table has, so a file that was cut between two lines is noticed. A table that
   * an earlier version did not know has none.
   */
  rows: v.object(
    Object.fromEntries(tableNames.map((name) => [name, RowsSchema])) as Record<
      TableName,
      typeof RowsSchema
    >,
  ),
});

export type LibraryHead = v.InferOutput<typeof HeadSchema>;

/** Limits of a file's contents, far above what an honest one needs. */
export const fileLimits = {
  entries: 100_000,
  directoryBytes: 32 * 1024 * 1024,
  headBytes: 64 * 1024,
  /** UTF-16 code units of one row. */
  row: 64_000_000,
  rows: 4_000_000,
  /** Unpacked bytes of all tables. */
  textBytes: 8 * 1024 ** 3,
  /**
   * The largest ratio of a table to its packed size. Deflate reaches 1,000 for empty content; texts
   * of clips reach 5 to 20.
   */
  ratio: 400,
  /** Tables shorter than this may have any ratio. */
  ratioBytes: 16 * 1024 * 1024,
} as const;
