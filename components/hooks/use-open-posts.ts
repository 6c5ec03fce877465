import { useEffect, useRef, useState } from 'preact/hooks';
import { setActiveWrapUp } from '../../lib/app/active-wrap-up.ts';
import { attempt } from '../../lib/app/attempt.ts';
import type { OpenedPosts } from '../../lib/app/open-posts.ts';
import { deleteWrapUp } from '../../lib/app/trash.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t, tCount } from '../../lib/client/i18n.ts';
import { loadOpenPosts } from '../../lib/client/loaded-later.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { openedFor } from '../../lib/client/open-in-tab.ts';
import { deps } from '../../lib/client/services.ts';

interface Context {
  /** Where new clips go; undefined if nowhere yet. */
  placeId: string | undefined;
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
  /** Called with the newest of the opened posts. */
  onOpened?(wrapUpId: string): void;
}

/** What the panel shows: how to choose, whether to continue, or the result. */
export type OpeningState =
  | { state: 'choose' }
  | { state: 'ask'; files: readonly File[] }
  | { state: 'busy' }
  | {
      state: 'done';
      report: Omit<OpenedPosts, 'opened'>;
      broken: OpenedPosts['opened'];
    };

/** The most files that are opened at once. */
const mostFiles = 500;

export const isMarkdown = ({ name }: File) => /\.(?:md|markdown)$/i.test(name);

/** "Open a post…": files become wrap-ups. */
export function useOpenPosts({ placeId, showNotice, offerUndo, onOpened }: Context) {
  const [opening, setOpening] = useState<OpeningState | null>(() =>
    openedFor() === 'post' ? { state: 'choose' } : null,
  );
  const before = useRef(placeId);
  before.current = placeId;

  const open = async (files: readonly File[]) => {
    setOpening({ state: 'busy' });
    const last = before.current;
    const chosen = files.map((file) => ({
      name: file.name,
      size: file.size,
      read: () => file.arrayBuffer(),
    }));
    const loaded = await attempt(loadOpenPosts);
    const made = loaded.ok ? await loaded.value.openPosts(deps, chosen) : loaded;
    if (!made.ok) {
      setOpening(null);
      return showNotice({ text: errorText(made.error), bad: true });
    }
    const { opened, ...report } = made.value;
    const broken = opened.filter(({ wrapUp }) => wrapUp.opened?.brokenAt !== undefined);
    const isQuiet = [...Object.values(report), broken].every(({ length }) => length === 0);
    setOpening(isQuiet ? null : { state: 'done', report, broken });
    const newest = opened.at(-1);
    if (newest === undefined) return;
    onOpened?.(newest.wrapUp.id);
    offerUndo({
      text: openedText(opened),
      async run() {
        for (const { wrapUp } of opened) {
          const deleted = await deleteWrapUp(deps, wrapUp.id);
          if (!deleted.ok) return showNotice({ text: errorText(deleted.error), bad: true });
        }
        if (last !== undefined) await setActiveWrapUp(deps, last);
      },
    });
  };

  const choose = (all: readonly File[]) => {
    const files = all.filter(isMarkdown);
    if (files.length === 0) return showNotice({ text: t('post_open_no_markdown'), bad: true });
    if (files.length > mostFiles) {
      const text = t('post_open_too_many', files.length, mostFiles);
      return showNotice({ text, bad: true });
    }
    showNotice(null);
    if (files.length === 1) return void open(files);
    setOpening({ state: 'ask', files });
  };

  return { opening, choose, open, close: () => setOpening(null) };
}

function openedText(opened: OpenedPosts['opened']): string {
  const newest = opened.at(-1);
  const title = newest?.wrapUp.title || t('popup_untitled');
  if (opened.length > 1) return tCount('post_opened_many', opened.length, title);
  return t(newest?.blocks === 0 ? 'post_opened_empty' : 'post_opened', title);
}

/**
 * Takes files that are dropped anywhere on the page, unless their target takes them.
 * @param onEntries takes them instead if there is a folder among them
 */
export function useDroppedFiles(
  onFiles: (files: readonly File[]) => void,
  onEntries?: (entries: readonly FileSystemEntry[]) => void,
): void {
  const latest = useRef({ onFiles, onEntries });
  latest.current = { onFiles, onEntries };
  useEffect(() => {
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (isFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      if (event.defaultPrevented || !isFiles(event)) return;
      // Otherwise the browser would navigate to the file.
      event.preventDefault();
      // The browser forgets them as soon as this event is over.
      const entries = [...(event.dataTransfer?.items ?? [])].flatMap(
        (item) => item.webkitGetAsEntry?.() ?? [],
      );
      const takesFolders = latest.current.onEntries;
      if (takesFolders && entries.some(({ isDirectory }) => isDirectory)) takesFolders(entries);
      else latest.current.onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
}
