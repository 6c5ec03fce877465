import type { OwnFiles } from '../../lib/app/ports.ts';

/** Our own files, in memory. */
export function fakeOwnFiles() {
  const all = new Map<string, Uint8Array<ArrayBuffer>>();
  let changes = 0;
  const changed = new Map<string, number>();
  const state = { fails: undefined as unknown };
  const files: OwnFiles = {
    async list(folder) {
      return [...all]
        .filter(([path]) => path.startsWith(`${folder}/`))
        .map(([path, { length }]) => ({
          name: path.slice(folder.length + 1),
          size: length,
          changedMs: changed.get(path) ?? 0,
        }));
    },
    async write(folder, name, fill) {
      if (state.fails !== undefined) throw state.fails;
      const parts: Uint8Array[] = [];
      await fill(async (bytes) => void parts.push(bytes.slice()));
      all.set(`${folder}/${name}`, new Uint8Array(Buffer.concat(parts)));
      changed.set(`${folder}/${name}`, ++changes);
    },
    async read(folder, name) {
      const bytes = all.get(`${folder}/${name}`);
      return bytes && new Blob([bytes]);
    },
    async remove(folder, name) {
      all.delete(`${folder}/${name}`);
    },
  };
  return { files, all, state };
}
