import '../../components/ui/tokens.css';
import '../../components/ui/controls.css';
import '../../components/ui/frame.css';
import '../../components/clips/clips.css';
import '../../components/clips/part-rows.css';
import '../../components/wrap-up/wrap-up.css';
import '../../components/wrap-up/facts.css';
import '../../components/wrap-up/fill.css';
import '../../components/wrap-up/known.css';
import '../../components/preview/draft.css';
import '../../components/talk/talk.css';
import '../../components/links/links.css';
import '../../components/tabs/tabs.css';
import '../../components/ui/touch.css';
import { painted, renderFirst } from '../../components/ui/first-paint.ts';
import { logProblems } from '../../lib/browser/problem-log.ts';
import { backUpIfDue } from '../../lib/client/automatic-backup.ts';
import { takeFirstLook } from '../../lib/client/first-look.ts';
import { showInLanguage } from '../../lib/client/language.ts';
import type { PageFrame } from '../../lib/client/page-frame.ts';
import { replayJournal } from '../../lib/client/services.ts';
import { replayTalkNotes } from '../../lib/client/talk-outbox.ts';
import { openView } from '../../lib/client/view-state.ts';
import { fitPopup } from './fit-popup.ts';
import { loadTab, loadTabs } from './lazy-tabs.ts';
import { Popup } from './Popup.tsx';

/** Shows the popup in its frame; in a panel or a tab it fills the window. */
export function showPopup(frame: PageFrame): void {
  logProblems(frame);
  if (frame === 'popup') fitPopup();
  else document.documentElement.dataset.view = frame;
  // These run in parallel, so none waits for the others.
  const looking = Promise.all([takeFirstLook(), loadTab(openView().tab)]);
  const root = document.getElementById('root') as HTMLElement;
  void showInLanguage(async () => {
    const [look] = await looking;
    renderFirst(<Popup look={look} />, root);
  });
  void painted.then(() => {
    void replayJournal();
    void replayTalkNotes();
    // The popup may close at any moment.
    if (frame !== 'popup') void backUpIfDue();
    void loadTabs();
  });
}
