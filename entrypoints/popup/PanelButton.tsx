import { PanelRight } from 'lucide';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { hasSidePanel, openSidePanel } from '../../lib/browser/side-panel.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Notice } from '../../lib/client/notice.ts';
import { pageFrame } from '../../lib/client/page-frame.ts';

interface PanelButtonProps {
  windowId: number | undefined;
  showNotice(notice: Notice): void;
}

/** Opens the panel beside the page, which stays open; hidden in the panel itself. */
export function PanelButton({ windowId, showNotice }: PanelButtonProps) {
  const frame = pageFrame();
  if (frame === 'panel' || !hasSidePanel()) return null;
  const open = async () => {
    // This comes first, because Firefox (153) forgets the click at the first `await`.
    const opened = await openSidePanel(windowId);
    if (!opened) showNotice({ text: t('popup_panel_refused'), bad: true });
    else if (frame === 'popup') window.close();
  };
  return <IconButton icon={PanelRight} label={t('popup_open_panel')} onClick={() => void open()} />;
}
