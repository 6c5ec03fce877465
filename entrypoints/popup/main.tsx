import '../../components/ui/tokens.css';
import '../../components/ui/controls.css';
import '../../components/ui/frame.css';
import '../../components/clips/clips.css';
import '../../components/wrap-up/wrap-up.css';
import '../../components/wrap-up/fill.css';
import '../../components/wrap-up/known.css';
import '../../components/preview/draft.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { replayJournal } from '../../components/hooks/edges.ts';
import { takeFirstLook } from '../../components/hooks/first-look.ts';
import { loadView } from '../../components/hooks/view-state.ts';
import { fitPopup } from './fit-popup.ts';
import { Popup } from './Popup.tsx';

// The same page can be opened in a tab; there it fills the window.
if (browser.extension.getViews({ type: 'popup' }).includes(window)) fitPopup();
else document.documentElement.dataset.view = 'tab';

void replayJournal();
void takeFirstLook(loadView()).then((look) => {
  render(<Popup look={look} />, document.getElementById('root') as HTMLElement);
});
