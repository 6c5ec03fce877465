import { type TailLine, tailLines, writeTail } from '../../backup/tail-format.ts';
import type { Commit, LibraryMark } from '../../core/library/library-mark.ts';
import type { OwnFiles } from '../ports.ts';
import { folders } from './folders.ts';

/** When a file is longer than this (UTF-16 code units), a new one is begun. */
const partLength = 64_000;
/** A commit with more rows is not followed; a snapshot is taken instead. */
const mostLines = 2_000;

/**
 * The most bytes of pictures that wait to be written, because a restore stores them faster than a
 * second place can. The next snapshot reads the ones that were left out, one by one.
 */
const mostHeldBytes = 16_000_000;

interface Bytes {
  id: string;
  bytes: ArrayBuffer;
}

interface Part {
  name: string;
  id: string;
  writes: number[];
  lines: Map<string, TailLine>;
  /** How many of its writes are in its file, and the rows that are not. */
  written: number;
  fresh: Set<string>;
}

/**
 * Copies one context's commits to a second place, so that they survive the loss of the database. It
 * works in batches, since every letter typed is a commit.
 */
export class ChangeFollower {
  readonly #files: OwnFiles;
  readonly #context: string;
  readonly #onTooMuch: () => void;
  #part: Part | undefined;
  #pictures: Bytes[] = [];
  #heldBytes = 0;
  /** True if pictures were left out. */
  #isLeft = false;
  #isDue = false;
  #flushing: Promise<void> = Promise.resolve();

  /**
   * @param context names this page or background uniquely
   * @param onTooMuch called for a commit that can't be followed: a snapshot is needed
   */
  constructor(files: OwnFiles, context: string, onTooMuch: () => void) {
    this.#files = files;
    this.#context = context;
    this.#onTooMuch = onTooMuch;
  }

  add(commit: Commit): void {
    const lines = tailLines(commit);
    if (lines === undefined || lines.length > mostLines) {
      // The snapshot has everything.
      this.#part = undefined;
      this.#onTooMuch();
      return;
    }
    this.#isDue = true;
    const pictures = lines.flatMap(({ key: id, row }) => {
      const { bytes } = (row ?? {}) as { bytes?: unknown };
      return bytes instanceof ArrayBuffer ? { id, bytes } : [];
    });
    const size = pictures.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    if (size > 0 && this.#heldBytes > 0 && this.#heldBytes + size > mostHeldBytes) {
      this.#isLeft = true;
      return;
    }
    this.#pictures.push(...pictures);
    this.#heldBytes += size;
    this.#part ??= this.#begin(commit.mark);
    this.#part.writes.push(commit.mark.writes);
    for (const line of lines) {
      const { bytes, ...row } = (line.row ?? {}) as { id?: string; bytes?: unknown };
      const isPicture = bytes instanceof ArrayBuffer;
      const told = isPicture ? { ...line, row: { ...row, size: bytes.byteLength } } : line;
      const key = `${line.table} ${line.key}`;
      this.#part.lines.set(key, told);
      this.#part.fresh.add(key);
    }
  }

  /**
   * Writes what was added. Rejects with the browser's error; the data is then written next time.
   */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.catch(() => undefined).then(() => this.#write());
    return this.#flushing;
  }

  #begin({ id, writes }: LibraryMark): Part {
    const name = `${String(writes).padStart(12, '0')} ${this.#context}.jsonl`;
    return { name, id, writes: [], lines: new Map(), written: 0, fresh: new Set() };
  }

  /**
   * A part whose file was removed, because a snapshot has it or everything was erased, continues
   * with new data only.
   */
  async #forgetRemoved(part: Part): Promise<void> {
    if (part.written === 0) return;
    if ((await this.#files.read(folders.tail, part.name)) !== undefined) return;
    part.writes.splice(0, part.written);
    for (const key of part.lines.keys()) if (!part.fresh.has(key)) part.lines.delete(key);
    part.written = 0;
  }

  async #write(): Promise<void> {
    const part = this.#part;
    if (!this.#isDue) return;
    this.#isDue = false;
    try {
      await this.#writePictures();
      if (part) await this.#writePart(part);
    } catch (thrown) {
      this.#isDue = true;
      throw thrown;
    }
    if (!this.#isLeft || this.#isDue) return;
    this.#isLeft = false;
    this.#onTooMuch();
  }

  /** Writes the waiting pictures; each is released once it is written. */
  async #writePictures(): Promise<void> {
    for (let left = this.#pictures.length; left > 0; left--) {
      const [next] = this.#pictures;
      if (next === undefined) return;
      await this.#writeOnce(next.id, next.bytes);
      this.#pictures.shift();
      this.#heldBytes -= next.bytes.byteLength;
    }
  }

  async #writePart(part: Part): Promise<void> {
    await this.#forgetRemoved(part);
    const { id, writes, lines, name } = part;
    const [count, fresh] = [writes.length, [...part.fresh]];
    const text = writeTail({ id, writes, lines: [...lines.values()] });
    part.fresh.clear();
    try {
      await this.#files.write(folders.tail, name, (out) => out(new TextEncoder().encode(text)));
    } catch (thrown) {
      for (const key of fresh) part.fresh.add(key);
      throw thrown;
    }
    part.written = count;
    if (text.length > partLength && this.#part === part) this.#part = undefined;
  }

  async #writeOnce(id: string, bytes: ArrayBuffer): Promise<void> {
    if ((await this.#files.read(folders.pictures, id)) !== undefined) return;
    await this.#files.write(folders.pictures, id, (out) => out(new Uint8Array(bytes)));
  }
}
