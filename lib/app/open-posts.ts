import type { Failure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import type { Item } from '../core/post/item.ts';
import type { OpenedWrapUp, WrapUp } from '../core/post/wrap-up.ts';
import { longestPost, type UnreadableFile } from '../posts/decode-post.ts';
import { openedWrapUp } from '../posts/opened-wrap-up.ts';
import { attempt } from './attempt.ts';
import type { Clock, Stores } from './ports.ts';

type Deps = Pick<Stores, 'wrapUps' | 'items' | 'settings' | 'atomically'> & { clock: Clock };

/** A file that the user chose. */
export interface PostFile {
  name: string;
  /** Bytes. */
  size: number;
  read(): Promise<ArrayBuffer>;
}

export type UnopenedFile = UnreadableFile | 'long-block' | 'unread';

/** What became of the files, in the order of their names. */
export interface OpenedPosts {
  opened: { name: string; wrapUp: WrapUp; blocks: number }[];
  /** Files that are already open, as these wrap-ups. */
  known: { name: string; wrapUp: WrapUp }[];
  refused: { name: string; why: UnopenedFile }[];
  /** Files with the name of an open post but other bytes; each is now a separate wrap-up. */
  sameName: { name: string; wrapUp: WrapUp }[];
}

/** How many are stored in one transaction. */
const storedAtOnce = 25;

/**
 * Makes a wrap-up of each file. New clips go to the one with the latest date; the others are
 * archived, and one without a date counts as the oldest. A file that is already open is not opened
 * again. Stops at the first that cannot be stored.
 */
export function openPosts(
  deps: Deps,
  files: readonly PostFile[],
  newId: () => string = () => crypto.randomUUID(),
): Promise<Result<OpenedPosts, Failure>> {
  return attempt(async () => {
    const report: OpenedPosts = { opened: [], known: [], refused: [], sameName: [] };
    const byDigest = new Map<string, WrapUp>();
    const byName = new Map<string, WrapUp>();
    for (const wrapUp of await deps.wrapUps.list()) {
      if (!wrapUp.opened) continue;
      byDigest.set(wrapUp.opened.digest, wrapUp);
      byName.set(wrapUp.opened.name, wrapUp);
    }
    const read: ReadPost[] = [];
    for (const file of files) {
      const post = await readPost(file, deps.clock, newId);
      if (!post.ok) {
        report.refused.push({ name: file.name, why: post.error });
        continue;
      }
      const twin = byDigest.get(post.value.wrapUp.opened.digest);
      if (twin) report.known.push({ name: file.name, wrapUp: twin });
      else {
        read.push(post.value);
        byDigest.set(post.value.wrapUp.opened.digest, post.value.wrapUp);
      }
    }
    // The next wrap-up continues the one that was created last.
    read.sort((a, b) => ageOf(a) - ageOf(b));
    const last = read.at(-1);
    for (let at = 0; at < read.length; at += storedAtOnce) {
      const some = read.slice(at, at + storedAtOnce);
      const now = Date.parse(deps.clock.now()) + at;
      const stored = await deps.atomically(async () => store(deps, some, last, now));
      for (const { name, wrapUp, blocks, twin } of stored) {
        if (twin) {
          report.known.push({ name, wrapUp: twin });
          continue;
        }
        report.opened.push({ name, wrapUp, blocks });
        const namesake = byName.get(wrapUp.opened?.name ?? '');
        // All page bundles have a file of this name.
        if (namesake && !/^_?index\./i.test(name)) {
          report.sameName.push({ name, wrapUp: namesake });
        }
      }
    }
    return report;
  });
}

/**
 * Stores those that aren't wrap-ups yet; another window may have opened a duplicate since they were
 * read.
 */
async function store(
  deps: Deps,
  posts: readonly ReadPost[],
  last: ReadPost | undefined,
  nowMs: number,
) {
  const byDigest = new Map(
    (await deps.wrapUps.list()).map((wrapUp) => [wrapUp.opened?.digest, wrapUp]),
  );
  const stored: { name: string; wrapUp: WrapUp; blocks: number; twin: WrapUp | undefined }[] = [];
  for (const [at, post] of posts.entries()) {
    const { name, items } = post;
    const createdAt = new Date(nowMs + at).toISOString();
    const wrapUp = { ...post.wrapUp, createdAt, archivedAt: post === last ? null : createdAt };
    const twin = byDigest.get(wrapUp.opened.digest);
    stored.push({ name, wrapUp, blocks: items.length, twin });
    if (twin) continue;
    await deps.wrapUps.put(wrapUp);
    for (const item of items) await deps.items.put(item);
    if (post === last) await deps.settings.setActiveWrapUpId(wrapUp.id);
  }
  return stored;
}

interface ReadPost {
  name: string;
  wrapUp: OpenedWrapUp;
  items: Item[];
  isDated: boolean;
}

/** Smaller for older posts. */
const ageOf = ({ wrapUp, isDated }: ReadPost) =>
  isDated ? Date.parse(wrapUp.date) : Number.MIN_SAFE_INTEGER;

async function readPost(
  { name, size, read }: PostFile,
  clock: Clock,
  newId: () => string,
): Promise<Result<ReadPost, UnopenedFile>> {
  if (size > longestPost) return fail('too-long');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await read());
  } catch {
    // The file was moved or deleted since it was chosen, or can't be read; the reason is shown to
    // the user.
    return fail('unread');
  }
  const now = clock.now();
  const offsetMinutes = clock.offsetMinutes(now);
  const post = await openedWrapUp({ name, bytes, id: newId(), now, offsetMinutes, newId });
  return post.ok ? ok({ name, ...post.value }) : post;
}
