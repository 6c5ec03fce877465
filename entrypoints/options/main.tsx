import '../../components/ui/tokens.css';
import '../../components/ui/controls.css';
import '../../components/ui/sections.css';
import './options.css';
import { render } from 'preact';
import { backUpIfDue } from '../../components/hooks/automatic-backup.ts';
import { replayJournal } from '../../components/hooks/edges.ts';
import { t } from '../../components/hooks/i18n.ts';
import { logProblems } from '../../lib/browser/problem-log.ts';
import { Options } from './Options.tsx';

document.documentElement.dataset.view = 'tab';
document.title = t('options_title');
logProblems('options');
void replayJournal();
render(<Options />, document.getElementById('root') as HTMLElement);
void backUpIfDue();
