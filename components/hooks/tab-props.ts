import type { Notice } from './use-notices.ts';
import type { ViewState } from './view-state.ts';

/** What every tab of the popup is given. */
export interface TabProps {
  view: ViewState;
  setView(changes: Partial<ViewState>): void;
  showNotice(notice: Notice | null): void;
}
