import type { Item } from '../../lib/core/post/item.ts';
import { defaultProfile, type Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { composeOpened } from '../../lib/posts/compose-opened.ts';
import { editPostText } from '../../lib/posts/text-edits/edit-post-text.ts';
import type { PostText } from '../../lib/posts/text-edits/post-text.ts';
import { composePost } from '../../lib/render/compose.ts';
import { uuid } from './records.ts';

/** Edits the text of a post, as the Markdown view does. */
export function editedAsText(
  { wrapUp, items }: { wrapUp: WrapUp; items: readonly Item[] },
  change: (text: string) => string,
  profile: Profile = defaultProfile,
) {
  const compose: PostText['compose'] = (post) =>
    (post.wrapUp.opened ? composeOpened : composePost)(post.wrapUp, post.items, profile);
  const draft = compose({ wrapUp, items });
  if (!draft.ok) throw new Error(draft.error.code);
  let count = 90_000;
  const edited = editPostText(
    {
      ...{ wrapUp, items, profile, draft: draft.value, compose, now: '2026-03-20T09:30:00.000Z' },
      newId: () => uuid(++count),
      idOfPart: () => uuid(++count),
    },
    change(draft.value.text),
  );
  return { before: draft.value, edited };
}
