import { useState } from 'preact/hooks';
import { errorText } from './error-text.ts';
import { t } from './i18n.ts';
import type { Notice } from './use-notices.ts';
import type { PageEdge } from './use-page.ts';

interface Clipping {
  /** The clip is stored; its row is there or about to be. */
  onClipped(itemId: string): void;
  /** The same was clipped before; the new clip is held back until it is wanted. */
  onClippedBefore(itemId: string): void;
  showNotice(notice: Notice | null): void;
}

/** Clipping from the popup: what is under way, and why the last try did not work. */
export function useClipping(page: PageEdge, { onClipped, onClippedBefore, showNotice }: Clipping) {
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
    if (outcome === 'clipped-before') return onClippedBefore(itemId);
    onClipped(itemId);
    showNotice({ text: t('popup_clipped') });
  };
  return { clip, busy, problem };
}
