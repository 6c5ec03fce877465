import type { LibraryMark } from './library-mark.ts';

/** Why a snapshot was taken. */
export const snapshotReasons = ['daily', 'migration', 'restore', 'deletion', 'loss'] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

/** A snapshot, as described by its file's name. */
export interface Snapshot {
  /** ISO instant in UTC. */
  at: string;
  reason: SnapshotReason;
  /**
   * The library's count of writes: it includes all writes up to this one, and maybe some that came
   * while it was written.
   */
  writes: number;
  /** Bytes. */
  size: number;
}

const suffix = '.zip';

/** Some systems do not allow colons in file names. */
export const snapshotName = ({ at, reason, writes }: Omit<Snapshot, 'size'>): string =>
  `${at.replaceAll(':', '.')} ${reason} ${writes}${suffix}`;

/** Undefined if it is no snapshot of ours. */
export function parseSnapshotName(name: string, size: number): Snapshot | undefined {
  const [, date, h, m, s, reason, writes] =
    /^(\d{4}-\d\d-\d\dT)(\d\d)\.(\d\d)\.([\d.]+Z) (\w+) (\d+)\.zip$/.exec(name) ?? [];
  const known = snapshotReasons.find((each) => each === reason);
  if (date === undefined || known === undefined) return undefined;
  return { at: `${date}${h}:${m}:${s}`, reason: known, writes: Number(writes), size };
}

const dayMs = 86_400_000;
/** How many of each kind are kept; of the daily ones, one for each of that many days. */
const kept = { daily: 7, migration: 3, restore: 3, deletion: 3, loss: 3 } as const;
/** Limit for the bytes of all snapshots together; the newest is kept whatever its size. */
export const snapshotBytes = 512 * 1024 * 1024;

/**
 * Returns the ones that may be removed: all but the last seven days', and three before each other
 * occasion.
 */
export function superfluousSnapshots(
  all: readonly Snapshot[],
  maxBytes = snapshotBytes,
): Snapshot[] {
  const newestFirst = all.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const seen = new Map<SnapshotReason, number>();
  const days = new Set<string>();
  let bytes = 0;
  return newestFirst.filter(({ at, reason, size }, index) => {
    const day = at.slice(0, 10);
    const count = (seen.get(reason) ?? 0) + 1;
    const isOver = count > kept[reason] || (reason === 'daily' && days.has(day));
    bytes += isOver ? 0 : size;
    const goes = index > 0 && (isOver || bytes > maxBytes);
    if (!isOver) seen.set(reason, count);
    if (reason === 'daily') days.add(day);
    return goes;
  });
}

/**
 * The most bytes and files of changes since the newest snapshot; beyond that, a new one is taken.
 */
const tailLimits = { bytes: 8_000_000, files: 200 } as const;

/**
 * True if a snapshot should be taken without a special occasion: daily, and only if something
 * changed.
 */
export function isSnapshotDue(
  all: readonly Snapshot[],
  tail: { bytes: number; files: number },
  written: Pick<LibraryMark, 'writes'> | undefined,
  now: string,
): boolean {
  const newest = newestSnapshot(all);
  if (written === undefined || newest?.writes === written.writes) return false;
  if (newest === undefined || tail.bytes > tailLimits.bytes || tail.files > tailLimits.files) {
    return true;
  }
  return Date.parse(now) - Date.parse(newest.at) >= dayMs;
}

export function newestSnapshot(all: readonly Snapshot[]): Snapshot | undefined {
  return all.reduce<Snapshot | undefined>(
    (newest, each) => (newest && newest.at >= each.at ? newest : each),
    undefined,
  );
}
