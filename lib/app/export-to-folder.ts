import { type Failure, toFailure } from '../core/base/errors.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { LastExport } from '../core/post/last-export.ts';
import { digestBytes, digestText, stepFor } from '../exporters/changes.ts';
import type { ExportFile } from '../exporters/exporter.ts';
import { attempt } from './attempt.ts';
import {
  exportPost,
  type PictureSource,
  type Post,
  readPicture,
  type Watched,
} from './export-wrap-up.ts';
import type { ExportStore, SiteFolder } from './ports.ts';

/**
 * The user's answer about a file that is not as we left it; it holds for the version they were
 * asked about.
 */
export interface Answer {
  does: 'keep' | 'overwrite';
  /** Digest of the version on disk. */
  there: string;
}

export interface FolderReport {
  /** Paths, in the order of the export. */
  written: string[];
  asTheyWere: string[];
  /** The user's own files, left unchanged. */
  kept: string[];
  /** The folder has another version: nothing is done before the user answers. */
  asked: { path: string; there: string }[];
  /** Files that could not be written. */
  failed: { path: string; failure: Failure }[];
  /** Drawings from which unsafe content was removed before writing. */
  cleaned: string[];
  /** Files of earlier exports that are still there but no longer used by this post. */
  unused: string[];
  /** Why the export ended early, and which files it did not reach. */
  stopped: { failure: Failure; left: string[] } | undefined;
}

interface Deps extends PictureSource {
  exports: ExportStore;
  folder: SiteFolder;
}

/** Failures of a single file; any other would affect the next file too. */
const ofOneFile: readonly string[] = [
  'file-in-the-way',
  'file-locked',
  'file-refused',
  'drawing-unreadable',
];

/**
 * Writes a post and its pictures into the site's folder. It writes only files that changed,
 * overwrites none that somebody else changed, and deletes none. Each file is recorded as it is
 * written, so an export that ends in the middle resumes with the next file.
 */
export async function exportToFolder(
  deps: Deps,
  post: Post,
  answers: ReadonlyMap<string, Answer>,
  { signal, onProgress }: Watched,
): Promise<Result<FolderReport, Failure>> {
  const exported = await exportPost(deps, post);
  if (!exported.ok) return exported;
  const read = await attempt(() => deps.exports.last(post.wrapUp.id));
  if (!read.ok) return read;

  const { files } = exported.value;
  const run = new Run(deps, post.wrapUp.id, { ...read.value }, answers);
  for (const [at, file] of files.entries()) {
    try {
      if (signal.aborted) throw { code: 'export-cancelled' };
      await run.take(file);
    } catch (thrown) {
      const failure = toFailure(thrown, 'folder-failed');
      if (!ofOneFile.includes(failure.code)) {
        const left = files.slice(at).map(({ path }) => path);
        return ok({ ...run.report, stopped: { failure, left } });
      }
      run.report.failed.push({ path: file.path, failure });
    }
    onProgress(at + 1, files.length);
  }
  // The post is written by now; the list of old files is only for information.
  await run.findUnused(files).catch(() => undefined);
  return ok(run.report);
}

/** A file as it should be in the folder: its digest, and its bytes. */
interface MadeFile {
  ours: string;
  read(): Promise<{ bytes: Uint8Array<ArrayBuffer>; removed: boolean }>;
}

/**
 * Judged by the name, whose extension comes from the picture's type; the digest of such a picture
 * is known.
 */
const isRaster = (path: string) => /\.(?:png|jpe?g|gif|webp|avif|bmp|ico)$/i.test(path);

class Run {
  readonly report: FolderReport = {
    written: [],
    asTheyWere: [],
    kept: [],
    asked: [],
    failed: [],
    cleaned: [],
    unused: [],
    stopped: undefined,
  };
  readonly #deps: Deps;
  readonly #wrapUpId: string;
  readonly #last: LastExport;
  readonly #answers: ReadonlyMap<string, Answer>;

  constructor(
    deps: Deps,
    wrapUpId: string,
    last: LastExport,
    answers: ReadonlyMap<string, Answer>,
  ) {
    this.#deps = deps;
    this.#wrapUpId = wrapUpId;
    this.#last = last;
    this.#answers = answers;
  }

  async take(file: ExportFile): Promise<void> {
    const { path } = file;
    const made = await this.#make(file);
    const { ours } = made;
    const there = await this.#digestOf(path);
    const step = stepFor(ours, there, this.#last[path]);
    if (step === 'kept') this.report.kept.push(path);
    else if (step === 'as-it-was') {
      this.report.asTheyWere.push(path);
      await this.#note(path, ours, ours);
    } else if (step === 'write' || there === undefined) await this.#write(path, made);
    else {
      const answer = this.#answers.get(path);
      if (answer?.there !== there) this.report.asked.push({ path, there });
      else if (answer.does === 'overwrite') await this.#write(path, made);
      else {
        this.report.kept.push(path);
        await this.#note(path, ours, there);
      }
    }
  }

  async findUnused(files: readonly ExportFile[]): Promise<void> {
    const used = new Set(files.map(({ path }) => path));
    for (const path of Object.keys(this.#last)) {
      if (used.has(path)) continue;
      if ((await this.#deps.folder.read(path)) !== undefined) this.report.unused.push(path);
      else delete this.#last[path];
    }
    await this.#deps.exports.setLast(this.#wrapUpId, this.#last);
  }

  async #digestOf(path: string): Promise<string | undefined> {
    const bytes = await this.#deps.folder.read(path);
    // An empty file has nothing to lose: a page that closes during a write leaves one.
    return bytes?.byteLength ? digestBytes(path, bytes) : undefined;
  }

  /** Bytes are read when needed, except those of drawings, which differ from the stored ones. */
  async #make({ path, content }: ExportFile): Promise<MadeFile> {
    if (typeof content === 'string') {
      const bytes = new TextEncoder().encode(content);
      return { ours: await digestText(content), read: async () => ({ bytes, removed: false }) };
    }
    const { assetId } = content;
    const read = () => readPicture(this.#deps, assetId);
    if (isRaster(path)) return { ours: assetId, read };
    const picture = await read();
    return { ours: await digestBytes(path, picture.bytes.buffer), read: async () => picture };
  }

  async #write(path: string, { ours, read }: MadeFile): Promise<void> {
    const { bytes, removed } = await read();
    await this.#deps.folder.write(path, bytes);
    this.report.written.push(path);
    if (removed) this.report.cleaned.push(path);
    await this.#note(path, ours, ours);
  }

  async #note(path: string, ours: string, there: string): Promise<void> {
    const before = this.#last[path];
    if (before?.ours === ours && before.there === there) return;
    this.#last[path] = { ours, there };
    await this.#deps.exports.setLast(this.#wrapUpId, this.#last);
  }
}
