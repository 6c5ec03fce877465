import type { Notice } from '../../lib/client/notice.ts';
import type { ViewState } from '../../lib/client/view-state.ts';

/** What every tab of the popup is given. */
export interface TabProps {
  view: ViewState;
  setView(changes: Partial<ViewState>): void;
  showNotice(notice: Notice | null): void;
}
