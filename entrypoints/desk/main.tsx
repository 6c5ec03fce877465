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
import '../../components/links/links.css';
import '../../components/library/trash.css';
import '../../components/tray/tray.css';
import '../../components/desk/desk.css';
import '../../components/desk/post.css';
import '../../components/desk/find.css';
import '../../components/desk/commands.css';
import '../../components/ui/touch.css';
import { painted, renderFirst } from '../../components/ui/first-paint.ts';
import { logProblems } from '../../lib/browser/problem-log.ts';
import { backUpIfDue } from '../../lib/client/automatic-backup.ts';
import { namedWrapUp } from '../../lib/client/desk-address.ts';
import { takeFirstBlocks } from '../../lib/client/first-look.ts';
import { showInLanguage } from '../../lib/client/language.ts';
import { replayJournal } from '../../lib/client/services.ts';
import { Desk } from './Desk.tsx';

document.documentElement.dataset.view = 'tab';
logProblems('desk');
// These run in parallel, so none waits for the others.
const looking = takeFirstBlocks(namedWrapUp());
const root = document.getElementById('root') as HTMLElement;
void showInLanguage(async () => {
  const look = await looking;
  renderFirst(<Desk look={look} />, root);
});
void painted.then(() => {
  void replayJournal();
  void backUpIfDue();
});
