import type { MessageKey } from '../../lib/client/i18n.ts';
import type { WrapUpDetails } from '../../lib/core/post/wrap-up.ts';

const removed = {
  speakers: 'popup_speaker_removed',
  talks: 'popup_talk_removed',
  tags: 'popup_tag_removed',
  extraFields: 'popup_field_removed',
} as const satisfies Partial<Record<keyof WrapUpDetails, MessageKey>>;

/**
 * The sentence on what an edit took away with one click, for an offer to bring it back; undefined
 * if it took nothing away.
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
