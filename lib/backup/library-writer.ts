import * as v from 'valibot';
import { inboxId } from '../core/post/item.ts';
import {
  headName,
  type LibraryHead,
  libraryFormat,
  libraryVersion,
  pictureName,
  type TableName,
  tableFile,
  tableNames,
  tableSchemas,
} from './library-format.ts';
import { ZipWriter } from './zip-writer.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface PictureInPieces {
  id: string;
  mediaType: string;
  createdAt: string;
  /** Length in bytes. */
  size: number;
  /** CRC-32 of all bytes. */
  crc: number;
  /** The bytes; each piece is valid until the next is requested. */
  pieces: AsyncIterable<Bytes>;
}

/** Lines are passed on in pieces of about this many UTF-16 code units. */
const pieceLength = 64 * 1024;

/**
 * Writes a library file, piece by piece: the tables in the order of `tableNames` without `pictures`
 * and `unreadable`, then the pictures, then `end`. It keeps ids in memory, never texts.
 *
 * A stored row that does not parse, or belongs to a wrap-up that is missing, goes to the table of
 * unreadable rows, so no stored row produces a file that a restore refuses.
 */
export class LibraryWriter {
  readonly #zip: ZipWriter;
  readonly #rows = Object.fromEntries(tableNames.map((name) => [name, 0])) as LibraryHead['rows'];
  readonly #wrapUps = new Set<string>([inboxId]);
  readonly #items = new Set<string>();
  readonly #changes = new Set<string>();
  readonly #referenced = new Set<string>();
  readonly #pictures = new Map<string, object>();
  readonly #unreadable: string[] = [];
  #table: TableName | undefined;

  /** @param out receives the next bytes; the writer waits for it */
  constructor(out: (bytes: Bytes) => Promise<void> | void) {
    this.#zip = new ZipWriter(out);
  }

  /** Bytes so far. */
  get length(): number {
    return this.#zip.length;
  }

  /** Adds rows as they are stored; further rows of the same table follow in the next call. */
  async add(table: Exclude<TableName, 'pictures' | 'unreadable'>, rows: readonly unknown[]) {
    await this.#lines(table, this.#checked(table, rows));
  }

  /** Adds a picture with its bytes, or only by name for a file of texts. */
  async picture(picture: PictureInPieces | { id: string }): Promise<void> {
    await this.#endTable();
    if (!('pieces' in picture)) {
      this.#pictures.set(picture.id, { id: picture.id });
      return;
    }
    const { id, mediaType, createdAt, size, pieces } = picture;
    await this.#zip.storePieces(pictureName(id), picture, pieces);
    this.#pictures.set(id, { id, mediaType, createdAt, size });
  }

  async end(head: Pick<LibraryHead, 'app' | 'createdAt' | 'hasPictures'>): Promise<LibraryHead> {
    // Pictures whose bytes are lost are listed by name, so that no clip in the file refers to
    // nothing.
    for (const id of this.#referenced) if (!this.#pictures.has(id)) this.#pictures.set(id, { id });
    await this.#lines(
      'pictures',
      [...this.#pictures.values()].map((row) => JSON.stringify(row)),
    );
    await this.#lines('unreadable', this.#unreadable);
    await this.#endTable();
    const { app, createdAt, hasPictures } = head;
    const whole: LibraryHead = {
      format: libraryFormat,
      version: libraryVersion,
      app,
      createdAt,
      hasPictures,
      rows: this.#rows,
    };
    await this.#zip.store(headName, new TextEncoder().encode(JSON.stringify(whole, null, 1)));
    await this.#zip.end();
    return whole;
  }

  #checked(table: TableName, rows: readonly unknown[]): string[] {
    const lines: string[] = [];
    for (const row of rows) {
      const parsed = v.safeParse(tableSchemas[table] as v.GenericSchema<unknown, object>, row);
      if (parsed.success && this.#isAttached(table, parsed.output)) {
        lines.push(JSON.stringify(parsed.output));
      } else this.#unreadable.push(JSON.stringify({ table, row: row ?? null }));
    }
    return lines;
  }

  /** True if what a row belongs to is in the file; remembers what other rows may belong to. */
  #isAttached(table: TableName, row: object): boolean {
    const { id, wrapUpId, assetId, recording, files, ids } = row as {
      id: string;
      wrapUpId?: string;
      assetId?: string;
      recording?: { assetId?: string };
      files?: { assetId: string }[];
      ids?: string[];
    };
    switch (table) {
      case 'wrapUps':
        this.#wrapUps.add(id);
        if (recording?.assetId) this.#referenced.add(recording.assetId);
        for (const file of files ?? []) this.#referenced.add(file.assetId);
        return true;
      case 'items':
        if (!this.#wrapUps.has(wrapUpId ?? '')) return false;
        this.#items.add(id);
        if (assetId) this.#referenced.add(assetId);
        return true;
      case 'replacedPictures':
        if (assetId) this.#referenced.add(assetId);
        return true;
      case 'originals':
        return this.#items.has(id);
      case 'changes': {
        const isNew = !ids?.some((each) => this.#changes.has(each));
        for (const each of ids ?? []) this.#changes.add(each);
        return isNew;
      }
      default:
        return true;
    }
  }

  async #lines(table: TableName, lines: readonly string[]): Promise<void> {
    if (this.#table !== table) {
      await this.#endTable();
      await this.#zip.open(tableFile(table));
      this.#table = table;
    }
    this.#rows[table] += lines.length;
    let piece = '';
    for (const line of lines) {
      piece += `${line}\n`;
      if (piece.length < pieceLength) continue;
      await this.#zip.push(new TextEncoder().encode(piece));
      piece = '';
    }
    if (piece !== '') await this.#zip.push(new TextEncoder().encode(piece));
  }

  async #endTable(): Promise<void> {
    if (this.#table === undefined) return;
    await this.#zip.close();
    this.#table = undefined;
  }
}
