import { useEffect, useRef, useState } from 'preact/hooks';
import { downloadArchive } from '../../lib/client/download-archive.ts';
import type { DraftState } from '../../lib/client/draft-composer.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Notice } from '../../lib/client/notice.ts';
import { readFrontMatter } from '../../lib/client/read-front-matter.ts';
import { copyText, downloadMarkdown } from '../../lib/client/take-away.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { DraftAction } from '../preview/DraftView.tsx';
import { useFolderExport } from './use-folder-export.ts';
import { useLongTask } from './use-long-task.ts';
import { useSiteFolder } from './use-site-folder.ts';

/** How long a button shows that its action is done. */
const doneMs = 2_500;

interface TakenAway {
  wrapUp: WrapUp | undefined;
  items: readonly Item[] | undefined;
  profile: Profile | undefined;
  draft: DraftState;
  showNotice(notice: Notice | null): void;
}

/**
 * The ways to copy or export a post: to the clipboard, as a file, with its pictures, into the
 * site's folder.
 */
export function useTakeAway({ wrapUp, items, profile, draft, showNotice }: TakenAway) {
  const [done, setDone] = useState<DraftAction | null>(null);
  const whenCurrent = useWhenCurrent({ wrapUp, items, profile, draft });
  const task = useLongTask();
  const site = useSiteFolder();
  const post = wrapUp && profile && { wrapUp, items: items ?? [], profile };
  const finished = (action: DraftAction, text?: string) => {
    setDone(action);
    setTimeout(() => setDone(null), doneMs);
    showNotice(text === undefined ? null : { text });
  };
  const folder = useFolderExport(site, task, post, {
    onDone: () => finished('save-to-folder'),
    onFailure: (failure) => showNotice({ text: errorText(failure), bad: true }),
  });
  const copy = async (action: DraftAction, text: string) => {
    if (await copyText(text)) finished(action, t('popup_copied'));
    else showNotice({ text: errorText({ code: 'clipboard-refused' }), bad: true });
  };
  const act = async (action: DraftAction) => {
    if (action === 'copy-front-matter') {
      const read = post && (await readFrontMatter(post.wrapUp, post.profile));
      if (read?.ok) await copy(action, read.value);
      else if (read) showNotice({ text: errorText(read.error), bad: true });
    } else if (!post) return;
    else if (action === 'copy-draft' || action === 'download') {
      const current = await whenCurrent();
      if (current.state !== 'ready') return;
      if (action === 'copy-draft') return copy(action, current.text);
      downloadMarkdown(current.of.wrapUp, current.text, current.of.profile);
      finished(action, t('popup_downloaded'));
    } else if (draft.state !== 'ready') return;
    else if (action === 'save-to-folder') await folder.save();
    else {
      const made = await task.run((watched) => downloadArchive(post, watched));
      if (!made) return;
      if (made.ok) {
        const { cleaned } = made.value;
        finished(action, t(cleaned > 0 ? 'popup_downloaded_cleaned' : 'popup_downloaded'));
      } else
        showNotice({ text: errorText(made.error), bad: made.error.code !== 'export-cancelled' });
    }
  };
  return { act: (action: DraftAction) => void act(action), done, task, site, folder };
}

type Shown = Pick<TakenAway, 'wrapUp' | 'items' | 'profile' | 'draft'>;

/**
 * Waits for the draft of what the page shows by now, because a key may come before the last word is
 * composed.
 */
function useWhenCurrent(shown: Shown): () => Promise<DraftState> {
  const latest = useRef(shown);
  latest.current = shown;
  const waiting = useRef<((draft: DraftState) => void)[]>([]);
  useEffect(() => {
    if (!isCurrent(shown)) return;
    for (const go of waiting.current.splice(0)) go(shown.draft);
  });
  return async () => {
    if (isCurrent(latest.current)) return latest.current.draft;
    return new Promise((resolve) => {
      waiting.current.push(resolve);
    });
  };
}

function isCurrent({ wrapUp, items, profile, draft }: Shown): boolean {
  if (draft.state !== 'ready') return draft.state === 'failed';
  const { of } = draft;
  return of.wrapUp === wrapUp && of.items === items && of.profile === profile;
}
