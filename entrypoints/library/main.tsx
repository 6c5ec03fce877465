import '../../components/ui/tokens.css';
import '../../components/ui/controls.css';
import '../../components/ui/sections.css';
import '../../components/library/library.css';
import '../../components/library/trash.css';
import { render } from 'preact';
import { backUpIfDue } from '../../components/hooks/automatic-backup.ts';
import { replayJournal } from '../../components/hooks/edges.ts';
import { t } from '../../components/hooks/i18n.ts';
import { logProblems } from '../../lib/browser/problem-log.ts';
import { Library } from './Library.tsx';

document.documentElement.dataset.view = 'tab';
document.title = t('library_title');
logProblems('library');
void replayJournal();
render(<Library />, document.getElementById('root') as HTMLElement);
void backUpIfDue();
