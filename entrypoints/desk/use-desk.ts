import { useMemo, useRef, useState } from 'preact/hooks';
import type { Place } from '../../components/clips/ClipEditor.tsx';
import type { Reveal } from '../../components/clips/ClipList.tsx';
import { createActions } from '../../components/hooks/use-actions.ts';
import { createCheckActions } from '../../components/hooks/use-check-actions.ts';
import { useChecks } from '../../components/hooks/use-checks.ts';
import { useDraft } from '../../components/hooks/use-draft.ts';
import { useReadItems } from '../../components/hooks/use-items.ts';
import { useLibrary } from '../../components/hooks/use-library.ts';
import { useNotice, useUndo } from '../../components/hooks/use-notices.ts';
import { usePartList } from '../../components/hooks/use-part-list.ts';
import { usePictures } from '../../components/hooks/use-pictures.ts';
import { useReadStyle } from '../../components/hooks/use-profile.ts';
import { useTextEdit } from '../../components/hooks/use-text-edit.ts';
import { useTray, useUsedClips } from '../../components/hooks/use-tray.ts';
import { t } from '../../lib/client/i18n.ts';
import { withRecords } from '../../lib/client/item-list.ts';
import { inboxId } from '../../lib/core/post/item.ts';
import type { FirstBlocks } from '../../lib/store/first-look.ts';

/**
 * What all regions of the desk show of its wrap-up, and their actions.
 * @param wrapUpId undefined: the current one
 * @param look what was read before the first paint
 */
export function useDesk(wrapUpId: string | undefined, look: FirstBlocks | undefined) {
  const library = useLibrary(look, wrapUpId);
  const { wrapUp, placeId, list } = library;
  const firstStyle = look?.placeId === wrapUp?.id ? look?.style : undefined;
  const [notice, showNotice] = useNotice();
  const undo = useUndo();
  const tray = useTray(wrapUp?.id);
  const used = useUsedClips(tray, wrapUp?.id);
  const { parts } = usePartList(wrapUp, list, true, firstStyle);
  const items = useReadItems(wrapUp?.id);
  const style = useReadStyle(wrapUp?.styleId, firstStyle);
  const profile = style.value?.profile;
  const draft = useDraft(wrapUp, items.value, profile, true);
  const rows = useMemo(() => {
    const shown = parts ?? list;
    return shown && withRecords(shown, items.value);
  }, [parts, list, items.value]);
  const read = { wrapUp, items: items.value, profile, draft };
  const checked = useChecks(read);
  const editText = useTextEdit(read);
  const pictureUrl = usePictures();
  const actions = createActions({
    placeId,
    list,
    parts,
    wrapUp,
    showNotice,
    offerUndo: undo.offer,
  });
  const goesOn = useRef<string>(undefined);
  // A new object repeats the request, also for the block that has the focus already.
  const [reveal, setReveal] = useState<Reveal | null>(null);
  /** Wrap-ups and the inbox, without this one. */
  const places: Place[] = useMemo(
    () => [
      ...(library.wrapUps ?? [])
        .filter((each) => each.archivedAt === null && each.id !== placeId)
        .map(({ id, title }) => ({ id, title })),
      { id: inboxId, title: t('popup_inbox') },
    ],
    [library.wrapUps, placeId],
  );
  return {
    library,
    wrapUp,
    /** The post's order, with the parts of its template once they are known. */
    parts,
    /** The same as a list, or only the clips, with each record once the post is read. */
    rows,
    /** All items of the post; undefined until they are read. */
    items: items.value,
    profile,
    /** Why some of it can't be read. */
    failed: library.failed ?? items.failed ?? style.failed,
    draft,
    /** The results of the checks for the draft; undefined until there are any. */
    checked,
    checkActions: createCheckActions({
      ...{ style: style.value, offerUndo: undo.offer, showNotice, editText },
    }),
    /** Converts an edit of the draft's text to changes of its blocks. */
    editText,
    tray,
    used,
    places,
    pictureUrl,
    actions,
    /**
     * Id of the empty note that was created below a clip inserted into a text, so that typing can
     * continue.
     */
    goesOn,
    reveal,
    /** Scrolls to a block of the post, and focuses it or its text. */
    revealBlock: (id: string, toEdit = false) => setReveal({ id, ...(toEdit ? { toEdit } : {}) }),
    /** Scrolls to a block, and leaves the focus where it is. */
    showBlock: (id: string) => setReveal({ id, isQuiet: true }),
    moveTo(ids: readonly string[], id: string) {
      const title = places.find((place) => place.id === id)?.title ?? '';
      void actions.moveToPlace(ids, id, title || t('popup_untitled'));
    },
    notice,
    showNotice,
    undo,
    offerUndo: undo.offer,
  };
}

export type DeskContext = ReturnType<typeof useDesk>;
