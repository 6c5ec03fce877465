import type { Notice } from '../../lib/client/notice.ts';
import type { ViewState } from '../../lib/client/view-state.ts';

/** The props of every tab of the popup. */
export interface TabProps {
  view: ViewState;
  setView(changes: Partial<ViewState>): void;
  showNotice(notice: Notice | null): void;
}
