import { sha256Hex } from '../core/hash.ts';
import type { ExportFile } from './exporter.ts';

/** What an export wrote: sha-256 of each file's bytes, hex, by path. */
export type Digests = Readonly<Record<string, string>>;

function bytesOf(content: ExportFile['content']): string | ArrayBuffer {
  return typeof content === 'string' ? content : content.slice().buffer;
}

/** Of an export, to be kept and given to `changedFiles` the next time. */
export async function digestFiles(files: readonly ExportFile[]): Promise<Digests> {
  const entries = await Promise.all(
    files.map(async ({ path, content }) => [path, await sha256Hex(bytesOf(content))] as const),
  );
  return Object.fromEntries(entries);
}

/** The files that are new or not what the last export wrote; `gone` are paths that it wrote too many. */
export function changedFiles(
  files: readonly ExportFile[],
  now: Digests,
  before: Digests,
): { changed: ExportFile[]; gone: string[] } {
  const has = (digests: Digests, path: string) => Object.hasOwn(digests, path);
  return {
    changed: files.filter(({ path }) => !has(before, path) || before[path] !== now[path]),
    gone: Object.keys(before).filter((path) => !has(now, path)),
  };
}
