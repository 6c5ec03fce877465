import { type OpenedPosts, openPosts, type PostFile } from '../../lib/app/open-posts.ts';
import type { OpenedWrapUp } from '../../lib/core/post/wrap-up.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { writtenPost } from './opened-posts.ts';
import { instant } from './records.ts';

/** Returns a post's file. */
export function postFile(name: string, text: string | Uint8Array<ArrayBuffer>): PostFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { name, size: bytes.length, read: async () => bytes.slice().buffer };
}

/** Returns a database, and functions that open posts into it and export them from it. */
export function libraryOfPosts(name: string) {
  const db = openDatabase(name);
  let nowMs = Date.parse(instant);
  // There is a pause before each edit, so that each is a step.
  const clock = {
    now: () => {
      nowMs += 10_000;
      return new Date(nowMs).toISOString();
    },
    offsetMinutes: () => 60,
  };
  const stores = createStores(db, { now: clock.now });
  const app = { ...stores, clock };

  async function open(...files: PostFile[]): Promise<OpenedPosts> {
    const opened = await openPosts(app, files);
    if (!opened.ok) throw opened.error;
    return opened.value;
  }

  return {
    ...{ db, clock, stores, app, open },

    async clear(): Promise<void> {
      for (const table of db.tables) await table.clear();
    },

    /** Returns the id of its wrap-up. */
    async openOne(text: string, fileName = 'rings.md'): Promise<string> {
      const { opened } = await open(postFile(fileName, text));
      return opened[0]?.wrapUp.id ?? '';
    },

    /** Returns what exporting the stored post would give. */
    async exported(id: string, from = stores): Promise<string> {
      const [stored, items] = [await from.wrapUps.get(id), await from.items.list(id)];
      return writtenPost({ wrapUp: stored as OpenedWrapUp, items }).text;
    },
  };
}
