import type { MessageKey } from '../../lib/client/i18n.ts';
import type { WrapUpDetails } from '../../lib/core/post/wrap-up.ts';

const removed = {
  speakers: 'popup_speaker_removed',
  talks: 'popup_talk_removed',
  tags: 'popup_tag_removed',
  extraFields: 'popup_field_removed',
} as const satisfies Partial<Record<keyof WrapUpDetails, MessageKey>>;

/**
 * Returns the message about what an edit removed with one click, to offer an undo; undefined if it
 * removed nothing.
 */
export function removedEntry(
  before: WrapUpDetails,
  edits: Partial<WrapUpDetails>,
): MessageKey | undefined {
  for (const [list, sentence] of Object.entries(removed)) {
    const field = list as keyof typeof removed;
    const left = edits[field]?.length ?? Number.POSITIVE_INFINITY;
    if (left < (before[field]?.length ?? 0)) return sentence;
  }
  return undefined;
}
