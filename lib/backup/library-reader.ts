import * as v from 'valibot';
import { sha256Hex } from '../core/base/hash.ts';
import { limits } from '../core/base/limits.ts';
import { inboxId } from '../core/post/item.ts';
import { BackupError } from './backup-error.ts';
import {
  fileLimits,
  HeadSchema,
  headName,
  type LibraryHead,
  type LibraryRow,
  libraryFormat,
  libraryVersion,
  pictureFolder,
  pictureName,
  type TableName,
  tableFile,
  tableNames,
  tableSchemas,
} from './library-format.ts';
import {
  type ByteSource,
  freeBytes,
  readDirectory,
  readEntry,
  readWhole,
  type ZipEntry,
} from './zip-reader.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const damaged = (what: string) => new BackupError('backup-damaged', what);
const invalid = (what: string) => new BackupError('backup-invalid', what);

/** How many rows are passed on at once, and the length of their texts (UTF-16 code units). */
const rowsAtOnce = 500;
const textAtOnce = 4_000_000;

/** An open library file; nothing in it is trusted, whoever made it. */
export interface LibraryFile {
  head: LibraryHead;
  /** Bytes of the whole file. */
  size: number;
  /**
   * Yields the rows of a table, some at a time. Throws a BackupError at the first row that is
   * invalid, or if there are more or fewer than the head says.
   */
  rows<T extends TableName>(table: T): AsyncGenerator<LibraryRow<T>[]>;
  /** The bytes of a picture, checked against their hash; undefined if they are not in the file. */
  picture(id: string): Promise<Bytes | undefined>;
}

/**
 * Opens a file that is supposed to be a backup: reads its directory and its head, and refuses it if
 * they are bad. All other checks are made while rows are read.
 * @throws BackupError
 */
export async function openLibrary(source: ByteSource): Promise<LibraryFile> {
  const entries = new Map(
    (await readDirectory(source, fileLimits)).map((entry) => [entry.name, entry]),
  );
  const head = await readHead(source, entries.get(headName));
  refuseNames(entries, head);
  return {
    head,
    size: source.size,
    rows: (table) => readRows(source, entries.get(tableFile(table)), table, head.rows[table]),
    async picture(id) {
      const entry = entries.get(pictureName(id));
      if (entry === undefined) return undefined;
      const bytes = await readWhole(source, entry);
      if ((await sha256Hex(bytes.buffer)) !== id) throw damaged(`picture ${id}`);
      return bytes;
    },
  };
}

async function readHead(source: ByteSource, entry: ZipEntry | undefined): Promise<LibraryHead> {
  const foreign = (why: string) => new BackupError('backup-foreign', why);
  if (entry === undefined) throw foreign('no head');
  if (entry.size > fileLimits.headBytes) throw invalid('long head');
  const value = parseJson(decode(await readWhole(source, entry)));
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== libraryFormat) throw foreign('another format');
  // This comes first, because a later version's head may have another shape.
  if (typeof version === 'number' && version > libraryVersion) {
    throw new BackupError('backup-newer', `version ${version}`);
  }
  const parsed = v.safeParse(HeadSchema, value);
  if (!parsed.success) throw invalid(`head: ${v.summarize(parsed.issues)}`);
  const rows = Object.values(parsed.output.rows).reduce((sum, count) => sum + count, 0);
  if (rows > fileLimits.rows) throw invalid(`${rows} rows`);
  return parsed.output;
}

/** Accepts only names that a library file has, so no path leads anywhere else. */
function refuseNames(entries: ReadonlyMap<string, ZipEntry>, head: LibraryHead): void {
  const tables = new Set(tableNames.map(tableFile));
  let textBytes = 0;
  for (const { name, size, packed } of entries.values()) {
    if (tables.has(name)) {
      textBytes += size;
      const isBomb = size > fileLimits.ratioBytes && size > packed * fileLimits.ratio;
      if (isBomb) throw invalid(`${name} of ${size} bytes in ${packed}`);
    } else if (name.startsWith(pictureFolder)) {
      if (!/^[0-9a-f]{64}$/.test(name.slice(pictureFolder.length))) throw invalid('picture name');
      if (!head.hasPictures) throw invalid('pictures in a file without');
      if (size > limits.assetBytes) throw invalid(`picture of ${size} bytes`);
    } else if (name !== headName) throw invalid('foreign name');
  }
  if (textBytes > fileLimits.textBytes) throw invalid(`${textBytes} bytes of text`);
  for (const table of tableNames) {
    if (!entries.has(tableFile(table)) && head.rows[table] > 0) throw damaged(`${table} missing`);
  }
}

async function* readRows<T extends TableName>(
  source: ByteSource,
  entry: ZipEntry | undefined,
  table: T,
  count: number,
): AsyncGenerator<LibraryRow<T>[]> {
  let seen = 0;
  let batch: LibraryRow<T>[] = [];
  let length = 0;
  for await (const line of readLines(source, entry)) {
    if (++seen > count) throw damaged(`more rows of ${table} than counted`);
    batch.push(parseRow(table, line));
    length += line.length;
    if (batch.length < rowsAtOnce && length < textAtOnce) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (seen !== count) throw damaged(`fewer rows of ${table} than counted`);
  if (batch.length > 0) yield batch;
}

async function* readLines(source: ByteSource, entry: ZipEntry | undefined): AsyncGenerator<string> {
  if (entry === undefined) return;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const bytes of readEntry(source, entry)) {
    rest += decode(bytes, decoder);
    if (rest.length > fileLimits.row) throw invalid('a row without end');
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      yield rest.slice(start, end);
      start = end + 1;
    }
    if (start > 0) rest = rest.slice(start);
  }
  if (rest !== '') throw damaged('last row cut off');
}

function decode(bytes: Bytes, decoder?: TextDecoder): string {
  try {
    if (decoder) return decoder.decode(bytes, { stream: true });
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (thrown) {
    throw damaged(`no UTF-8: ${String(thrown)}`);
  }
}

/**
 * Parses one row from a line of JSON. It is strict: a row that does not parse is refused, not
 * repaired.
 */
export function parseRow<T extends TableName>(table: T, line: string): LibraryRow<T> {
  const schema = tableSchemas[table] as unknown as v.GenericSchema<unknown, LibraryRow<T>>;
  const parsed = v.safeParse(schema, parseJson(line));
  if (!parsed.success) throw invalid(`${table}: ${v.summarize(parsed.issues)}`);
  return parsed.output;
}

/**
 * Parses JSON without keys that code may misunderstand: here `__proto__` is an own field, and
 * copying it field by field would set a prototype.
 */
function parseJson(text: string): unknown {
  try {
    if (!/__proto__|\\u/i.test(text)) return JSON.parse(text);
    return JSON.parse(text, (key, value) => {
      if (key === '__proto__') throw invalid('a forbidden key');
      return value;
    });
  } catch (thrown) {
    throw thrown instanceof BackupError ? thrown : damaged(`no JSON: ${String(thrown)}`);
  }
}

export interface CheckedLibrary {
  /** Rows that are not deleted, and pictures whose bytes are in the file. */
  counts: { wrapUps: number; items: number; pictures: number; unreadable: number };
}

/**
 * Reads the whole file once, keeping only ids, and checks that every row parses, no id occurs
 * twice, no reference is dangling, and every picture matches its name.
 * @param onBytes called with the bytes of pictures done so far; may throw to end the check
 * @throws BackupError
 */
export async function checkLibrary(
  file: LibraryFile,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<CheckedLibrary> {
  const wrapUps = new Set<string>();
  const items = new Set<string>();
  const wanted = new Set<string>();
  const counts = { wrapUps: 0, items: 0, pictures: 0, unreadable: file.head.rows.unreadable };
  const once = (ids: Set<string>, id: string) => {
    if (ids.has(id)) throw invalid('an id that is there twice');
    ids.add(id);
  };
  for await (const rows of file.rows('wrapUps')) {
    for (const { id, recording, files, deletedAt } of rows) {
      once(wrapUps, id);
      if (deletedAt === null) counts.wrapUps++;
      if (recording.assetId !== undefined) wanted.add(recording.assetId);
      for (const { assetId } of files ?? []) wanted.add(assetId);
    }
    onBytes(0);
  }
  for await (const rows of file.rows('items')) {
    for (const item of rows) {
      once(items, item.id);
      if (item.deletedAt === null) counts.items++;
      if (item.wrapUpId !== inboxId && !wrapUps.has(item.wrapUpId)) {
        throw invalid('a clip of a wrap-up that is not there');
      }
      if (item.kind === 'image' && item.assetId !== '') wanted.add(item.assetId);
    }
    onBytes(0);
  }
  const originals = new Set<string>();
  for await (const rows of file.rows('originals')) {
    for (const { id } of rows) {
      once(originals, id);
      if (!items.has(id)) throw invalid('an original of a clip that is not there');
    }
    onBytes(0);
  }
  const changes = new Set<string>();
  for await (const rows of file.rows('changes')) {
    for (const { ids } of rows) for (const id of ids) once(changes, id);
    onBytes(0);
  }
  const keys = new Set<string>();
  for await (const rows of file.rows('settings')) for (const { key } of rows) once(keys, key);
  const tombstones = new Set<string>();
  for await (const rows of file.rows('tombstones')) {
    for (const { id } of rows) once(tombstones, id);
    onBytes(0);
  }
  const replaced = new Set<string>();
  for await (const rows of file.rows('replacedPictures')) {
    for (const { id, assetId } of rows) {
      once(replaced, id);
      wanted.add(assetId);
    }
  }
  const pictures = new Set<string>();
  for await (const rows of file.rows('pictures')) {
    for (const { id, size } of rows) {
      once(pictures, id);
      wanted.delete(id);
      const bytes = await file.picture(id);
      if (bytes?.length !== (file.head.hasPictures ? size : undefined)) {
        throw damaged(`picture ${id}`);
      }
      if (bytes) counts.pictures++;
      onBytes(bytes?.length ?? 0);
      if (bytes) freeBytes(bytes);
    }
  }
  if (wanted.size > 0) throw invalid('a clip with a picture that is not there');
  for await (const _ of file.rows('unreadable')) onBytes(0);
  return { counts };
}
