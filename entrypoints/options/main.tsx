import '../../components/ui/tokens.css';
import '../../components/ui/controls.css';
import '../../components/ui/sections.css';
import './options.css';
import { render } from 'preact';
import { logProblems } from '../../lib/browser/problem-log.ts';
import { backUpIfDue } from '../../lib/client/automatic-backup.ts';
import { t } from '../../lib/client/i18n.ts';
import { replayJournal } from '../../lib/client/services.ts';
import { Options } from './Options.tsx';

document.documentElement.dataset.view = 'tab';
document.title = t('options_title');
logProblems('options');
void replayJournal();
render(<Options />, document.getElementById('root') as HTMLElement);
void backUpIfDue();
