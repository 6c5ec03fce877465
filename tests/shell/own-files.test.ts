import { afterEach, expect, it, vi } from 'vitest';
import { isDiskFull } from '../../lib/browser/own-files.ts';

afterEach(() => vi.unstubAllGlobals());

/** A folder whose files take what is written to them, until there is no room. */
function giveFolder(room = Number.POSITIVE_INFINITY) {
  const written: number[] = [];
  const removed: string[] = [];
  const file = {
    createWritable: async () => ({
      async write(bytes: Uint8Array) {
        written.push(bytes.length);
        if (written.reduce((sum, each) => sum + each, 0) > room)
          throw new DOMException('No space is left', 'QuotaExceededError');
      },
      close: async () => {},
      abort: async () => {},
    }),
  };
  const folder = {
    getDirectoryHandle: async () => folder,
    getFileHandle: async () => file,
    removeEntry: async (name: string) => void removed.push(name),
  };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder } });
  return { written, removed };
}

const megabytes = 1024 * 1024;

it('tries room for much in pieces: one of all would hold up the page', async () => {
  const { written, removed } = giveFolder();
  expect(await isDiskFull(16 * megabytes)).toBe(false);
  expect(written.reduce((sum, each) => sum + each, 0)).toBe(16 * megabytes);
  expect(Math.max(...written)).toBeLessThan(megabytes);
  expect(removed).toHaveLength(1);
});

it('says that the disk is full once a piece finds no room', async () => {
  const { removed } = giveFolder(megabytes);
  expect(await isDiskFull(16 * megabytes)).toBe(true);
  // It is asked again every two seconds.
  expect(removed).toHaveLength(1);
});
