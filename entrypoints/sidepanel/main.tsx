import { showPopup } from '../popup/show-popup.tsx';

// The popup beside the page: it stays open while one watches, and follows the tab in front.
showPopup('panel');
