import { useEffect, useRef } from 'preact/hooks';
import { attempt } from '../../lib/app/attempt.ts';
import { editAsText, type TextPost } from '../../lib/app/edit-as-text.ts';
import { openedComposer } from '../../lib/app/opened-composer.ts';
import type { DraftState } from '../../lib/client/draft-composer.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { keyPart, t } from '../../lib/client/i18n.ts';
import { loadRenderer, loadTextEdits } from '../../lib/client/loaded-later.ts';
import { deps, pending } from '../../lib/client/services.ts';
import { ok } from '../../lib/core/base/result.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { BlockCache } from '../../lib/render/items/block-cache.ts';
import type { TextEditOutcome } from '../preview/MarkdownEditor.tsx';
import { useKeptPictures } from './use-kept-pictures.ts';

interface Edited {
  wrapUp: WrapUp | undefined;
  items: readonly Item[] | undefined;
  profile: Profile | undefined;
  draft: DraftState;
}

export interface TextEdit {
  /** The edited text of the whole post. */
  text: string;
  /** The draft that the edit was based on. */
  over: string;
  /**
   * False: more typing may follow, so nothing is written if the post would write it in another
   * form.
   */
  isLast: boolean;
}

/**
 * Converts an edit of the draft's whole text, from the Markdown view or a check's fix, to changes
 * of the blocks: one step of the history.
 */
export function useTextEdit(edited: Edited): (edit: TextEdit) => Promise<TextEditOutcome> {
  const { wrapUp, items } = edited;
  const isKept = useKeptPictures(wrapUp, items);
  const latest = useRef({ ...edited, isKept });
  latest.current = { ...edited, isKept };
  const cache = useRef<BlockCache>(undefined);
  useEffect(() => {
    cache.current = undefined;
  }, [wrapUp?.id]);
  return async ({ text, over, isLast }) => {
    const { wrapUp, items, profile, draft, isKept } = latest.current;
    if (!wrapUp || !items || !profile || draft.state !== 'ready') return { state: 'later' };
    // It is merged with the current draft, and comes again.
    if (draft.text !== over) return { state: 'later' };
    const loaded = await attempt(() =>
      Promise.all([loadRenderer(), loadTextEdits(), openedComposer(wrapUp)]),
    );
    if (!loaded.ok) return { state: 'refused', line: 0, text: errorText(loaded.error) };
    const [{ draftItems, draftProfile, exportWrapUp }, { editPostText }, composer] = loaded.value;
    cache.current ??= new BlockCache();
    const known = cache.current;
    const before: TextPost = { wrapUp, items };
    const made = editPostText(
      {
        ...before,
        profile: draftProfile(profile),
        shown: draftItems(items, isKept),
        draft: { whole: false, ...draft },
        compose(post) {
          const { wrapUp: of, items: all } = post;
          const composed = exportWrapUp(of, all, profile, isKept, known, composer);
          if (!composed.ok) return composed;
          const { draft: said, post: body } = composed.value;
          return ok({ ...body, text: said });
        },
        newId: () => crypto.randomUUID(),
        idOfPart: () => crypto.randomUUID(),
        now: new Date().toISOString(),
      },
      text,
    );
    if (!made.ok) {
      const { why, line } = made.error;
      return { state: 'refused', line, text: t(`text_refused_${keyPart(why)}`) };
    }
    if (!made.value.isExact && !isLast) return { state: 'later' };
    const written = await editAsText(deps, before, made.value);
    if (!written.ok) return { state: 'refused', line: 0, text: errorText(written.error) };
    showStored(before, made.value);
    return { state: 'written', text: made.value.draft.text, changeId: written.value.changeId };
  };
}

/** What was typed into these fields a moment ago is stored by now, or replaced. */
function showStored(before: TextPost, after: TextPost): void {
  const known = new Map(before.items.map((item) => [item.id, item]));
  for (const item of after.items) {
    const old = known.get(item.id);
    if (old === undefined || old === item) continue;
    for (const field of Object.keys(item)) pending.drop(item.id, field);
  }
  for (const field of Object.keys(after.wrapUp)) {
    if (after.wrapUp !== before.wrapUp) pending.drop(after.wrapUp.id, field);
  }
  pending.changed();
}
