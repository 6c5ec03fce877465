import type { Item } from '../core/post/item.ts';
import { fieldsDigest } from './fields-digest.ts';
import type { OpenedItem } from './open-items.ts';
import type { OpenedPost } from './open-post.ts';
import { type WrittenBlock, writePost } from './write-post.ts';

/** An item of the post that is written: opened with it, or new. */
export type WrittenItem = OpenedItem | { item: Item };

/**
 * The post with these items, in this order. An item that says what it said when the post was opened is written as
 * it stood there; another one, by `render`, with the post's own line ends. One that says nothing is left out.
 */
export function writeItems(
  post: OpenedPost,
  items: readonly WrittenItem[],
  render: (item: Item) => string,
): string {
  const blocks = items.flatMap((each): WrittenBlock[] => {
    if (each.item.deletedAt !== null) return [];
    const place = 'piece' in each ? { piece: each.piece } : {};
    const asOpened = 'piece' in each ? post.pieces[each.piece]?.text : undefined;
    if ('piece' in each && asOpened !== undefined && each.digest === fieldsDigest(each.item)) {
      return [{ text: asOpened, ...place }];
    }
    const text = render(each.item).replaceAll('\n', post.lineEnd);
    return text === '' ? [] : [{ text, ...place }];
  });
  return writePost(post, blocks);
}
