import { useState } from 'preact/hooks';
import { errorText } from './error-text.ts';
import { t } from './i18n.ts';
import type { Notice } from './use-notices.ts';
import type { PageEdge } from './use-page.ts';

interface Clipping {
  isListed(id: string): boolean;
  /** The clip is stored; its row is there or about to be. */
  onClipped(itemId: string): void;
  showNotice(notice: Notice | null): void;
}

/** Clipping from the popup: what is under way, and why the last try did not work. */
export function useClipping(page: PageEdge, { isListed, onClipped, showNotice }: Clipping) {
  const [busy, setBusy] = useState<'selection' | 'page' | null>(null);
  const [problem, setProblem] = useState('');
  const clip = async (what: 'selection' | 'page') => {
    setBusy(what);
    setProblem('');
    const result = await page.clip(what);
    setBusy(null);
    if (!result.ok) {
      setProblem(errorText(result.error));
      return;
    }
    const { itemId, outcome } = result.value;
    onClipped(itemId);
    if (outcome === 'clipped') showNotice({ text: t('popup_clipped') });
    else
      showNotice({
        text: t(isListed(itemId) ? 'popup_clipped_before' : 'popup_clipped_elsewhere'),
      });
  };
  return { clip, busy, problem };
}
