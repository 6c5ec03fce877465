import { pageFrame } from '../../lib/client/page-frame.ts';
import { showPopup } from './show-popup.tsx';

// The same page also works in a tab, and beside a page as its panel, where it follows the tab in
// front.
showPopup(pageFrame());
