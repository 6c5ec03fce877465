import '../../components/ui/tokens.css';
import '../../components/ui/controls.css';
import '../../components/ui/sections.css';
import './welcome.css';
import '../../components/ui/touch.css';
import { render } from 'preact';
import { logProblems } from '../../lib/browser/problem-log.ts';
import { t } from '../../lib/client/i18n.ts';
import { showInLanguage } from '../../lib/client/language.ts';
import { replayJournal } from '../../lib/client/services.ts';
import { Welcome } from './Welcome.tsx';

document.documentElement.dataset.view = 'tab';
logProblems('welcome');
void replayJournal();
const root = document.getElementById('root') as HTMLElement;
void showInLanguage(() => {
  document.title = t('welcome_title');
  render(<Welcome />, root);
});
