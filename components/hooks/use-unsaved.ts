import { useEffect, useState } from 'preact/hooks';
import {
  unsavedClips,
  watchLastFailure,
  watchUnsavedClips,
} from '../../lib/browser/unsaved-clips.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { copyText } from '../../lib/client/take-away.ts';
import type { LastFailure } from '../../lib/core/capture/last-failure.ts';
import type { UnsavedClip } from '../../lib/core/capture/unsaved-clip.ts';
import { request } from '../../lib/messages/client.ts';

interface Edges {
  onClipped?(itemId: string): void;
  onClippedBefore?(itemId: string): void;
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
}

export interface Unsaved {
  /** The latest first. */
  clips: readonly UnsavedClip[];
  /** The last failure that lost no words. */
  failure: LastFailure | undefined;
  copy(clip: UnsavedClip): Promise<void>;
  clipAgain(clip: UnsavedClip): Promise<void>;
  discard(clip: UnsavedClip): Promise<void>;
  dismissFailure(): void;
}

/** What could not be saved, until the user copies or discards it. */
export function useUnsaved({ onClipped, onClippedBefore, showNotice, offerUndo }: Edges): Unsaved {
  const [clips, setClips] = useState<readonly UnsavedClip[]>([]);
  const [failure, setFailure] = useState<LastFailure>();
  useEffect(() => watchUnsavedClips(setClips), []);
  useEffect(() => watchLastFailure(setFailure), []);

  const remove = async (clip: UnsavedClip, text: string) => {
    await unsavedClips.discard(clip.id);
    offerUndo({ text, run: () => void unsavedClips.keep(clip) });
  };
  return {
    clips,
    failure,
    async copy(clip) {
      if (await copyText(clip.markdown)) return remove(clip, t('popup_copied'));
      showNotice({ text: errorText({ code: 'clipboard-refused' }), bad: true });
    },
    async clipAgain({ id }) {
      const clipped = await request('unsaved.clip', { id });
      if (!clipped.ok) return showNotice({ text: errorText(clipped.error), bad: true });
      const { itemId, outcome } = clipped.value;
      if (outcome === 'clipped-before') return onClippedBefore?.(itemId);
      if (outcome === 'words') return showNotice({ text: t('popup_words_saved') });
      onClipped?.(itemId);
      showNotice({ text: t(outcome === 'tied' ? 'popup_tied' : 'popup_clipped') });
    },
    discard: (clip) => remove(clip, t('popup_unsaved_discarded')),
    dismissFailure: () => void unsavedClips.setFailure(undefined),
  };
}
