import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeBackupFile } from '../../lib/browser/backup-file.ts';
import { isDiskFull } from '../../lib/browser/disk-room.ts';
import { ownFiles } from '../../lib/browser/own-files.ts';

afterEach(() => vi.unstubAllGlobals());

/** Provides caches that accept everything until there is no room. */
function giveCaches(room = Number.POSITIVE_INFINITY, refusal: unknown = new Error('No room')) {
  const kept = new Map<string, number>();
  vi.stubGlobal('caches', {
    open: async (name: string) => ({
      async put(_: string, response: Response) {
        const { size } = await response.blob();
        kept.set(name, size);
        if (size > room) throw refusal;
      },
    }),
    delete: async (name: string) => kept.delete(name),
  });
  return kept;
}

/** Provides private files, and counts how many are created. */
function giveFiles() {
  const made: string[] = [];
  const folder = {
    async getDirectoryHandle(name: string, options?: FileSystemGetDirectoryOptions) {
      if (options?.create !== true) throw new DOMException('None', 'NotFoundError');
      made.push(name);
      return folder;
    },
    removeEntry: async () => {},
  };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder } });
  return made;
}

const megabytes = 1024 * 1024;

describe('whether the disk is full', () => {
  it('is tried with as much as is asked for, of which nothing stays', async () => {
    const kept = giveCaches(16 * megabytes);
    expect(await isDiskFull(16 * megabytes)).toBe(false);
    expect(kept.size).toBe(0);
    expect(await isDiskFull(17 * megabytes)).toBe(true);
    expect(kept.size).toBe(0);
  });

  it('is not said where the browser allows no cache', async () => {
    giveCaches(0, new DOMException('Not here', 'SecurityError'));
    expect(await isDiskFull()).toBe(false);
    vi.stubGlobal('caches', undefined);
    expect(await isDiskFull()).toBe(false);
  });
});

describe('no private file is touched on a full disk, at which Chromium ends', () => {
  it.each([
    ['a copy', () => ownFiles.write('snapshots', 'one', async () => {})],
    ['a backup', () => writeBackupFile('one.zip', async () => {})],
  ])('%s', async (_, write) => {
    giveCaches(0);
    const made = giveFiles();
    await expect(write()).rejects.toThrow('The disk is full');
    expect(made).toEqual([]);
  });

  it('to read or remove what is not there', async () => {
    const made = giveFiles();
    expect(await ownFiles.list('snapshots')).toEqual([]);
    expect(await ownFiles.read('snapshots', 'one')).toBeUndefined();
    await ownFiles.remove('snapshots', 'one');
    expect(made).toEqual([]);
  });
});
