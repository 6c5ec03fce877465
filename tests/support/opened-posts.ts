import type { Item } from '../../lib/core/post/item.ts';
import { defaultProfile, type Profile } from '../../lib/core/post/profile.ts';
import type { OpenedWrapUp } from '../../lib/core/post/wrap-up.ts';
import { composeOpened } from '../../lib/posts/compose-opened.ts';
import { openedWrapUp } from '../../lib/posts/opened-wrap-up.ts';
import { instant, uuid } from './records.ts';

export interface OpenedPost {
  wrapUp: OpenedWrapUp;
  items: Item[];
}

/** Returns a post as it is stored after opening. */
export async function opened(text: string, name = 'rings.md', id = 500): Promise<OpenedPost> {
  let count = id;
  const post = await openedWrapUp({
    name,
    bytes: new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>,
    ...{ id: uuid(id), now: instant, offsetMinutes: 0 },
    newId: () => uuid(++count),
  });
  if (!post.ok) throw new Error(post.error);
  return post.value;
}

/** Returns what is exported from it. */
export function writtenPost({ wrapUp, items }: OpenedPost, profile: Profile = defaultProfile) {
  const made = composeOpened(wrapUp, items, profile);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** Returns it with other fields in the item at `at`. */
export const edited = (post: OpenedPost, at: number, changes: object): OpenedPost => ({
  ...post,
  items: post.items.map((item, index) => (index === at ? ({ ...item, ...changes } as Item) : item)),
});
