import { execFileSync } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk in memory, for a profile; a separate file fills and empties it. */
export interface SmallDisk {
  folder: string;
  /** @param leftBytes how much room is left; default: none */
  fill(leftBytes?: number): void;
  free(): void;
  remove(): void;
}

/** Undefined if this machine does not allow mounting one. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    // Only root may mount; the test reports that it is skipped.
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill(leftBytes = 0) {
      const file = openSync(filler, 'a');
      for (const size of [1 << 20, 4096, 1]) writeUntilFull(file, Buffer.alloc(size));
      if (leftBytes > 0) ftruncateSync(file, Math.max(0, fstatSync(file).size - leftBytes));
      closeSync(file);
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeUntilFull(file: number, block: Buffer): void {
  try {
    for (;;) writeSync(file, block);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown;
  }
}
