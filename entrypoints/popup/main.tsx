import { pageFrame } from '../../lib/client/page-frame.ts';
import { showPopup } from './show-popup.tsx';

// The same page can be opened in a tab.
showPopup(pageFrame());
