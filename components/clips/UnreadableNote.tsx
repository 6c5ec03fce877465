import { t, tCount } from '../../lib/client/i18n.ts';

interface UnreadableNoteProps {
  items: number;
  wrapUps: number;
  onLook(): void;
}

/** Says at the list that some of it cannot be read; shows nothing if all can. */
export function UnreadableNote({ items, wrapUps, onLook }: UnreadableNoteProps) {
  if (items === 0 && wrapUps === 0) return null;
  const sentences = [
    ...(items > 0 ? [tCount('popup_unreadable_clips', items)] : []),
    ...(wrapUps > 0 ? [tCount('popup_unreadable_wrap_ups', wrapUps)] : []),
    t('popup_unreadable_kept'),
  ];
  return (
    <p class="banner">
      {sentences.join(' ')}{' '}
      <button type="button" class="text-button" onClick={onLook}>
        {t('popup_unreadable_look')}
      </button>
    </p>
  );
}
