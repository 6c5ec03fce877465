import { Copy, RotateCcw } from 'lucide';
import { locale, t } from '../../lib/client/i18n.ts';
import type { UnsavedClip } from '../../lib/core/capture/unsaved-clip.ts';
import { Icon } from '../ui/Icon.tsx';

interface UnsavedClipsProps {
  /** The latest first. */
  clips: readonly UnsavedClip[];
  /** Returns the message about why a clip was not saved. */
  reason(clip: UnsavedClip): string;
  onCopy(clip: UnsavedClip): void;
  /** Given if clips can be stored. */
  onClipAgain?(clip: UnsavedClip): void;
  onDiscard(clip: UnsavedClip): void;
}

/** A longer preview would push the list out of the popup. */
const previewLength = 300;

/** Clips that could not be saved, and words for clips; they are stored nowhere else. */
export function UnsavedClips({ clips, reason, onCopy, onClipAgain, onDiscard }: UnsavedClipsProps) {
  if (clips.length === 0) return null;
  return (
    <section class="unsaved-clips" aria-label={t('popup_unsaved')}>
      <ul>
        {clips.map((clip) => (
          <li key={clip.id} data-unsaved={clip.id}>
            <strong>
              {t(clip.words ? 'popup_words_unsaved_at' : 'popup_unsaved_at', timeOf(clip))}
            </strong>
            <p>
              {reason(clip)} {t('popup_unsaved_until')}
            </p>
            <blockquote dir="auto">{preview(clip.markdown)}</blockquote>
            <div class="row">
              {onClipAgain && (clip.candidate !== undefined || clip.words !== undefined) && (
                <button type="button" class="button primary" onClick={() => onClipAgain(clip)}>
                  <Icon of={RotateCcw} />
                  {t(clip.words ? 'popup_words_save' : 'popup_unsaved_again')}
                </button>
              )}
              <button type="button" class="button" onClick={() => onCopy(clip)}>
                <Icon of={Copy} />
                {t('popup_copy_markdown')}
              </button>
              <button type="button" class="text-button" onClick={() => onDiscard(clip)}>
                {t('popup_unsaved_discard')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function timeOf({ at }: UnsavedClip): string {
  return new Date(at).toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit' });
}

function preview(markdown: string): string {
  const text = markdown.trim();
  return text.length > previewLength ? `${text.slice(0, previewLength)}…` : text;
}
