import { t } from '../../lib/client/i18n.ts';
import { type Evening, talksOf } from '../../lib/core/post/talks.ts';
import { Choice } from '../ui/Choice.tsx';
import { talkName } from '../wrap-up/talk-name.ts';

interface TalkChoiceProps {
  evening: Evening;
  /** Undefined: notes land where clips do. */
  talkId: string | undefined;
  onTalk(talkId: string | undefined): void;
}

/** The choice of the talk that notes belong to; nothing if the evening has one. */
export function TalkChoice({ evening, talkId, onTalk }: TalkChoiceProps) {
  const talks = talksOf(evening);
  if (talks.length < 2) return null;
  return (
    <div class="talk-choice">
      <Choice
        label={t('talk_notes_of')}
        value={talkId ?? ''}
        options={[
          { value: '', label: t('talk_notes_of_none') },
          ...talks.map((talk, at) => ({ value: talk.id ?? '', label: talkName(talk, at) })),
        ]}
        onChoice={(id) => onTalk(id || undefined)}
        fieldName="talk"
      />
    </div>
  );
}
