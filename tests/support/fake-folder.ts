import type { ExportStore, SiteFolder } from '../../lib/app/ports.ts';
import type { LastExport } from '../../lib/core/post/last-export.ts';

/** A site's folder in memory. */
export function fakeFolder(start: Record<string, string> = {}) {
  const files = new Map(Object.entries(start));
  /** The failure of the next write to a path, by path; `*` for any. */
  const failing = new Map<string, unknown>();
  const log: string[] = [];
  const fail = (path: string) => {
    const problem = failing.get(path) ?? failing.get('*');
    if (problem !== undefined) throw problem;
  };
  const folder: SiteFolder = {
    async read(path) {
      if (failing.get('*') !== undefined) fail('*');
      const text = files.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text).buffer;
    },
    async write(path, bytes) {
      fail(path);
      files.set(path, new TextDecoder().decode(bytes));
      log.push(path);
    },
  };
  return { folder, files, failing, log };
}

export function fakeExportStore(): ExportStore & { all: Map<string, LastExport> } {
  const all = new Map<string, LastExport>();
  return {
    all,
    last: async (wrapUpId) => structuredClone(all.get(wrapUpId) ?? {}),
    setLast: async (wrapUpId, last) => void all.set(wrapUpId, structuredClone(last)),
  };
}
