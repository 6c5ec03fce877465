import { Inflate } from 'fflate';
import { BackupError } from './backup-error.ts';
import { crc32 } from './crc32.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A file that is read in slices, whatever its length. */
export interface ByteSource {
  size: number;
  /** Returns the bytes from `start` up to, but not including, `end`, in a buffer that the caller may free. */
  read(start: number, end: number): Promise<Bytes>;
}

export interface ZipEntry {
  name: string;
  /** 0: stored, 8: deflated. */
  method: 0 | 8;
  crc: number;
  /** Bytes in the file. */
  packed: number;
  /** Bytes once unpacked. */
  size: number;
  /** Where its local header is. */
  offset: number;
}

export interface ZipLimits {
  entries: number;
  directoryBytes: number;
}

const max16 = 0xffff;
const max32 = 0xffffffff;
const endBytes = 22;
/** The longest comment after the directory. */
const maxComment = 0xffff;

/** How much of a stored file is read at once. */
const storedSlice = 1024 * 1024;
/** How much of a deflated file is read at once; it may expand a thousandfold. */
const deflatedSlice = 8 * 1024;

const damaged = (what: string) => new BackupError('backup-damaged', what);
const invalid = (what: string) => new BackupError('backup-invalid', what);

/**
 * Reads only the directory at the end of a zip.
 * @throws BackupError `backup-foreign` if it is no zip, `backup-damaged` if it is cut off or
 * contradicts itself, `backup-invalid` for what no honest zip has: too many entries, two with the
 * same name, two that share bytes, encryption, other compression methods
 */
export async function readDirectory(source: ByteSource, limits: ZipLimits): Promise<ZipEntry[]> {
  const end = await readEnd(source);
  if (end.count > limits.entries) throw invalid(`${end.count} entries`);
  if (end.length > limits.directoryBytes) throw invalid(`directory of ${end.length} bytes`);
  if (end.start + end.length > source.size) throw damaged('directory beyond the end');
  const directory = await source.read(end.start, end.start + end.length);
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  while (at < directory.length) {
    if (entries.length >= end.count) throw damaged('more entries than counted');
    if (at + 46 > directory.length || view.getUint32(at, true) !== 0x02014b50) {
      throw damaged('directory entry');
    }
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > directory.length) throw damaged('directory entry beyond the end');
    const entry = parseEntry(view, directory, at, nameLength, extraLength);
    if (names.has(entry.name)) throw invalid('two entries of one name');
    names.add(entry.name);
    entries.push(entry);
    at = next;
  }
  if (entries.length !== end.count) throw damaged('fewer entries than counted');
  refuseOverlaps(entries, end.start);
  return entries;
}

interface DirectoryEnd {
  count: number;
  start: number;
  length: number;
}

async function readEnd(source: ByteSource): Promise<DirectoryEnd> {
  if (source.size < endBytes) throw new BackupError('backup-foreign', 'shorter than any zip');
  const from = Math.max(0, source.size - endBytes - maxComment);
  const tail = await source.read(from, source.size);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + endBytes + view.getUint16(at + 20, true) !== tail.length) continue;
    const count = view.getUint16(at + 10, true);
    const length = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    const isLarge = count === max16 || length === max32 || start === max32;
    return isLarge ? readLargeEnd(source, from + at) : { count, length, start };
  }
  const first = await source.read(0, Math.min(4, source.size));
  const isZip = first.length === 4 && new DataView(first.buffer).getUint32(0, true) === 0x04034b50;
  // A file that begins like a zip but does not end like one was cut off.
  throw isZip ? damaged('no end of the directory') : new BackupError('backup-foreign', 'no zip');
}

async function readLargeEnd(source: ByteSource, endAt: number): Promise<DirectoryEnd> {
  const damage = damaged('Zip64 directory');
  if (endAt < 76) throw damage;
  const locator = await viewOf(source, endAt - 20, endAt);
  if (locator.getUint32(0, true) !== 0x07064b50) throw damage;
  const at = Number(locator.getBigUint64(8, true));
  if (!Number.isSafeInteger(at) || at + 56 > endAt) throw damage;
  const end = await viewOf(source, at, at + 56);
  if (end.getUint32(0, true) !== 0x06064b50) throw damage;
  const [count, length, start] = [32, 40, 48].map((field) =>
    Number(end.getBigUint64(field, true)),
  ) as [number, number, number];
  if (![count, length, start].every(Number.isSafeInteger)) throw damage;
  return { count, length, start };
}

async function viewOf(source: ByteSource, start: number, end: number): Promise<DataView> {
  const bytes = await source.read(start, end);
  if (bytes.length !== end - start) throw damaged('cut off');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function parseEntry(
  view: DataView,
  directory: Bytes,
  at: number,
  nameLength: number,
  extraLength: number,
): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if (flags & 1) throw invalid('encrypted');
  if (method !== 0 && method !== 8) throw invalid(`packed by method ${method}`);
  const name = decodeName(directory.subarray(at + 46, at + 46 + nameLength));
  const entry: ZipEntry = {
    name,
    method,
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  const large = { size: max32, packed: max32, offset: max32 };
  const fields = (['size', 'packed', 'offset'] as const).filter(
    (field) => entry[field] === large[field],
  );
  let extra = at + 46 + nameLength;
  const extraEnd = extra + extraLength;
  while (fields.length > 0 && extra + 4 <= extraEnd) {
    const [id, length] = [view.getUint16(extra, true), view.getUint16(extra + 2, true)];
    if (extra + 4 + length > extraEnd) throw damaged('extra field');
    if (id === 1) {
      for (let from = extra + 4; from + 8 <= extra + 4 + length && fields.length > 0; from += 8) {
        const field = fields.shift() as 'size' | 'packed' | 'offset';
        entry[field] = Number(view.getBigUint64(from, true));
        if (!Number.isSafeInteger(entry[field])) throw damaged('size');
      }
    }
    extra += 4 + length;
  }
  return entry;
}

/** All of our names are ASCII; any other name is not ours, and is refused. */
function decodeName(bytes: Bytes): string {
  return String.fromCharCode(...bytes.subarray(0, 1_000));
}

/** Entries that share bytes can turn a small file into petabytes. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryStart: number): void {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw invalid('entries that overlap');
    end = entry.offset + 30 + entry.name.length + entry.packed;
    if (end > directoryStart) throw damaged('entry beyond the directory');
    if (entry.method === 0 && entry.packed !== entry.size) throw damaged('sizes that differ');
  }
}

/**
 * Yields the bytes of one file, piece by piece, never more than its directory says.
 * @throws BackupError `backup-damaged` if bytes, length or checksum are wrong
 */
export async function* readEntry(source: ByteSource, entry: ZipEntry): AsyncGenerator<Bytes> {
  const header = await viewOf(source, entry.offset, entry.offset + 30);
  if (header.getUint32(0, true) !== 0x04034b50) throw damaged(`header of ${entry.name}`);
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + entry.packed;
  if (end > source.size) throw damaged(`${entry.name} is cut off`);
  let crc = 0;
  let size = 0;
  const unpack = entry.method === 8 ? inflater() : (bytes: Bytes) => [bytes];
  const slice = entry.method === 8 ? deflatedSlice : storedSlice;
  for (let at = start; at < end; at += slice) {
    const to = Math.min(at + slice, end);
    const packed = await source.read(at, to);
    if (packed.length !== to - at) throw damaged(`${entry.name} is cut off`);
    for (const bytes of unpack(packed, to === end)) {
      size += bytes.length;
      if (size > entry.size) throw damaged(`${entry.name} is longer than it says`);
      crc = crc32(bytes, crc);
      if (bytes.length > 0) yield bytes;
    }
  }
  if (size !== entry.size) throw damaged(`${entry.name} is shorter than it says`);
  if (crc !== entry.crc) throw damaged(`checksum of ${entry.name}`);
}

function inflater(): (bytes: Bytes, isLast: boolean) => Bytes[] {
  const made: Bytes[] = [];
  const inflate = new Inflate((chunk) => made.push(chunk as Bytes));
  return (bytes, isLast) => {
    try {
      inflate.push(bytes, isLast);
    } catch (thrown) {
      throw damaged(`cannot be unpacked: ${String(thrown)}`);
    }
    return made.splice(0);
  };
}

/** Reads a file of the zip in one piece: pictures and the head. */
export async function readWhole(source: ByteSource, entry: ZipEntry): Promise<Bytes> {
  const whole = new Uint8Array(entry.size);
  let at = 0;
  for await (const bytes of readEntry(source, entry)) {
    whole.set(bytes, at);
    at += bytes.length;
    freeBytes(bytes);
  }
  return whole;
}

/**
 * Gives the memory back now. The garbage collector does not count what a buffer holds as its own, so it lets
 * hundreds of megabytes of them pile up (Firefox 153).
 */
export function freeBytes({ buffer }: Bytes): void {
  buffer.transfer(0);
}
