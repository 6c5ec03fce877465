import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from './browsers/harness.ts';

/** What is done to the files of the database while the browser is closed. */
export type Damage = (profileDir: string) => void;

const under = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((each) =>
    join(each.parentPath, each.name),
  );

function only(paths: string[], what: string): string {
  const [path] = paths;
  if (path === undefined) throw new Error(`The profile has no ${what}`);
  return path;
}

/** Chromium's LevelDB of all databases of the extension. */
function levelDb(profileDir: string): string {
  const all = under(profileDir).filter((path) =>
    /chrome-extension_\w+_0\.indexeddb\.leveldb$/.test(path),
  );
  return only(all, 'database');
}

function fileOf(profileDir: string, name: RegExp): string {
  const folder = levelDb(profileDir);
  const names = readdirSync(folder).filter((each) => name.test(each));
  const largest = names.sort((a, b) => size(join(folder, b)) - size(join(folder, a)));
  return only(
    largest.map((each) => join(folder, each)),
    String(name),
  );
}

const size = (path: string) => statSync(path).size;

/** Random-looking bytes, the same each time. */
const garbage = (length: number) => Buffer.alloc(length, 'wrapup-garbage-');

export const chromiumDamages: Record<string, Damage> = {
  'its MANIFEST is cut': (profile) => truncateSync(fileOf(profile, /^MANIFEST/), 20),
  'its CURRENT is empty': (profile) => truncateSync(fileOf(profile, /^CURRENT$/), 0),
  'its log is garbage': (profile) => {
    const log = fileOf(profile, /\.log$/);
    writeFileSync(log, garbage(size(log)));
  },
  'its folder is gone': (profile) => rmSync(levelDb(profile), { recursive: true }),
};

/** Loses the last writes without a trace. */
export const cutLog: Damage = (profile) => {
  const log = fileOf(profile, /\.log$/);
  truncateSync(log, Math.floor(size(log) / 2));
};

/** Leaves the log as a kill in the middle of a write does: the last record ends too early. */
export const tornLog: Damage = (profile) => {
  const log = fileOf(profile, /\.log$/);
  truncateSync(log, size(log) - 100);
};

/** Firefox's SQLite of one database. */
const sqlite = (profileDir: string) =>
  only(
    under(profileDir).filter((path) =>
      /moz-extension\+\+\+[^/^]+\/idb\/\d+wrapup.*\.sqlite$|moz-extension\+\+\+[^/^]+\/idb\/[^/]+\.sqlite$/.test(
        path,
      ),
    ),
    'database',
  );

export const firefoxDamages: Record<string, Damage> = {
  'its header is garbage': (profile) => {
    const file = sqlite(profile);
    const bytes = readFileSync(file);
    garbage(100).copy(bytes);
    writeFileSync(file, bytes);
  },
  'its file is gone': (profile) => {
    const file = sqlite(profile);
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  },
};

/** Lists the files of the database with their sizes, to see what the browser did with them. */
export function databaseFiles(profileDir: string): string {
  const files = under(profileDir).filter((path) =>
    /chrome-extension_\w+_0\.indexeddb\.|moz-extension\+\+\+[^/^]+\/idb\//.test(path),
  );
  return files.map((path) => `    ${size(path)} ${path.slice(profileDir.length)}`).join('\n');
}

export const damagesOf = (name: BrowserName) =>
  name === 'chromium' ? chromiumDamages : firefoxDamages;
