import { Deflate } from 'fflate';
import { BackupError } from './backup-error.ts';
import { crc32 } from './crc32.ts';

type Bytes = Uint8Array<ArrayBuffer>;

interface Written {
  name: Bytes;
  method: 0 | 8;
  flags: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

const max16 = 0xffff;
const max32 = 0xffffffff;
const utf8Flag = 0x0800;
const sizesFollowFlag = 0x0008;
/** 1980-01-02, 12:00, in zip's format: its times have no zone, so the real time is not recorded. */
const fixedDate = { time: 12 << 11, date: (1 << 5) | 2 };

/**
 * Writes a zip piece by piece, keeping only the list of its entries. Text is deflated; pictures,
 * which are compressed already, are stored unchanged. Beyond 4 GB or 65,535 entries it writes a
 * Zip64 directory (APPNOTE 6.3.10, 4.3.14).
 * @throws BackupError `backup-too-large` if one entry has more than 4 GB
 */
export class ZipWriter {
  readonly #out: (bytes: Bytes) => Promise<void> | void;
  readonly #entries: Written[] = [];
  #offset = 0;
  #open: { entry: Written; deflate: Deflate; made: Bytes[] } | undefined;

  /** @param out receives the next bytes; the writer waits for it */
  constructor(out: (bytes: Bytes) => Promise<void> | void) {
    this.#out = out;
  }

  /** Bytes so far. */
  get length(): number {
    return this.#offset;
  }

  /** Writes a file whose bytes are all available, uncompressed. */
  async store(name: string, bytes: Bytes): Promise<void> {
    const size = bytes.length;
    const entry = this.#begin(name, 0, 0, { crc: crc32(bytes), packed: size, size });
    await this.#write(localHeader(entry));
    await this.#write(bytes);
  }

  /**
   * Writes a file whose bytes come in pieces, uncompressed.
   * @throws Error if their number differs from `size`
   */
  async storePieces(
    name: string,
    { crc, size }: { crc: number; size: number },
    pieces: AsyncIterable<Bytes>,
  ): Promise<void> {
    await this.#write(localHeader(this.#begin(name, 0, 0, { crc, packed: size, size })));
    const start = this.#offset;
    for await (const piece of pieces) await this.#write(piece);
    if (this.#offset - start !== size) throw new Error('A file is not as long as it said');
  }

  /** Begins a file that is deflated as `push` adds to it, until `close`. */
  async open(name: string): Promise<void> {
    const entry = this.#begin(name, 8, sizesFollowFlag, { crc: 0, packed: 0, size: 0 });
    const made: Bytes[] = [];
    const deflate = new Deflate({ level: 6 }, (chunk) => {
      if (chunk.length > 0) made.push(chunk as Bytes);
    });
    this.#open = { entry, deflate, made };
    await this.#write(localHeader(entry));
  }

  async push(bytes: Bytes): Promise<void> {
    if (!this.#open) throw new Error('No file is open');
    const { entry, deflate } = this.#open;
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    deflate.push(bytes);
    await this.#flush();
  }

  async close(): Promise<void> {
    if (!this.#open) throw new Error('No file is open');
    const { entry, deflate } = this.#open;
    deflate.push(new Uint8Array(0), true);
    await this.#flush();
    this.#open = undefined;
    if (entry.size > max32 || entry.packed > max32) {
      throw new BackupError('backup-too-large', `${entry.size} bytes of text`);
    }
    const sizes = new DataView(new ArrayBuffer(16));
    sizes.setUint32(0, 0x08074b50, true);
    sizes.setUint32(4, entry.crc, true);
    sizes.setUint32(8, entry.packed, true);
    sizes.setUint32(12, entry.size, true);
    await this.#write(new Uint8Array(sizes.buffer));
  }

  /** Writes the directory; nothing can be added afterwards. */
  async end(): Promise<void> {
    const start = this.#offset;
    for (const entry of this.#entries) await this.#write(directoryEntry(entry));
    await this.#write(endOfDirectory(this.#entries.length, start, this.#offset - start));
  }

  #begin(
    name: string,
    method: 0 | 8,
    flags: number,
    sizes: Pick<Written, 'crc' | 'packed' | 'size'>,
  ): Written {
    const entry = {
      name: new TextEncoder().encode(name),
      method,
      flags: flags | utf8Flag,
      offset: this.#offset,
      ...sizes,
    };
    this.#entries.push(entry);
    return entry;
  }

  async #flush(): Promise<void> {
    if (!this.#open) return;
    const { entry, made } = this.#open;
    for (const chunk of made.splice(0)) {
      entry.packed += chunk.length;
      await this.#write(chunk);
    }
  }

  async #write(bytes: Bytes): Promise<void> {
    this.#offset += bytes.length;
    await this.#out(bytes);
  }
}

function localHeader({ name, method, flags, crc, packed, size }: Written): Bytes {
  const header = new Uint8Array(30 + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, flags, true);
  view.setUint16(8, method, true);
  view.setUint16(10, fixedDate.time, true);
  view.setUint16(12, fixedDate.date, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, packed, true);
  view.setUint32(22, size, true);
  view.setUint16(26, name.length, true);
  header.set(name, 30);
  return header;
}

function directoryEntry({ name, method, flags, crc, packed, size, offset }: Written): Bytes {
  const isFar = offset >= max32;
  const entry = new Uint8Array(46 + name.length + (isFar ? 12 : 0));
  const view = new DataView(entry.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, isFar ? 45 : 20, true);
  view.setUint16(6, isFar ? 45 : 20, true);
  view.setUint16(8, flags, true);
  view.setUint16(10, method, true);
  view.setUint16(12, fixedDate.time, true);
  view.setUint16(14, fixedDate.date, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, packed, true);
  view.setUint32(24, size, true);
  view.setUint16(28, name.length, true);
  view.setUint16(30, isFar ? 12 : 0, true);
  view.setUint32(42, isFar ? max32 : offset, true);
  entry.set(name, 46);
  if (isFar) {
    view.setUint16(46 + name.length, 1, true);
    view.setUint16(48 + name.length, 8, true);
    view.setBigUint64(50 + name.length, BigInt(offset), true);
  }
  return entry;
}

function endOfDirectory(count: number, start: number, length: number): Bytes {
  const isLarge = count >= max16 || start >= max32 || length >= max32;
  const end = new Uint8Array((isLarge ? 76 : 0) + 22);
  const view = new DataView(end.buffer);
  let at = 0;
  if (isLarge) {
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(4, 44n, true);
    view.setUint16(12, 45, true);
    view.setUint16(14, 45, true);
    view.setBigUint64(24, BigInt(count), true);
    view.setBigUint64(32, BigInt(count), true);
    view.setBigUint64(40, BigInt(length), true);
    view.setBigUint64(48, BigInt(start), true);
    view.setUint32(56, 0x07064b50, true);
    view.setBigUint64(64, BigInt(start + length), true);
    view.setUint32(72, 1, true);
    at = 76;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, Math.min(count, max16), true);
  view.setUint16(at + 10, Math.min(count, max16), true);
  view.setUint32(at + 12, Math.min(length, max32), true);
  view.setUint32(at + 16, Math.min(start, max32), true);
  return end;
}
