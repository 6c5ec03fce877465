import { useState } from 'preact/hooks';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Notice } from '../../lib/client/notice.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Result } from '../../lib/core/base/result.ts';
import type { ClipKind } from '../clips/ThisPage.tsx';
import type { PageEdge } from './use-page.ts';

interface Clipping {
  /** The item to insert a clip after, wherever others land: the open row. */
  afterId?: string | null;
  /** The clip is stored; its row is there or about to appear. */
  onClipped(itemId: string): void;
  /** The same was clipped before; the new clip is held back until the user wants it. */
  onClippedBefore(itemId: string): void;
  showNotice(notice: Notice | null): void;
}

const speakerTexts = {
  added: 'confirm_speaker_added',
  completed: 'confirm_speaker_completed',
  present: 'confirm_speaker_present',
} as const;

/** Clipping from the popup: whether it is running, and why the last attempt failed. */
export function useClipping(page: PageEdge, clipping: Clipping) {
  const { afterId, onClipped, onClippedBefore, showNotice } = clipping;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const run = async <T>(asked: Promise<Result<T, Failure>>): Promise<T | undefined> => {
    setBusy(true);
    setProblem('');
    const result = await asked;
    setBusy(false);
    if (result.ok) return result.value;
    setProblem(errorText(result.error));
    return undefined;
  };
  const clip = async (what: ClipKind) => {
    const clipped = await run(page.clip(what, afterId ?? undefined));
    if (!clipped) return;
    if (clipped.outcome === 'clipped-before') return onClippedBefore(clipped.itemId);
    onClipped(clipped.itemId);
    showNotice({ text: t(clipped.outcome === 'tied' ? 'popup_tied' : 'popup_clipped') });
  };
  const clipSpeaker = async () => {
    const clipped = await run(page.clipSpeaker());
    if (!clipped) return;
    const { outcome, name, wrapUpTitle } = clipped;
    showNotice({ text: t(speakerTexts[outcome], name, wrapUpTitle) });
  };
  return { clip, clipSpeaker, busy, problem };
}
