import { pageFrame } from '../../lib/client/page-frame.ts';
import { showPopup } from './show-popup.tsx';

// The same page can be opened in a tab, and stands beside a page as its panel, where it follows the tab in front.
showPopup(pageFrame());
