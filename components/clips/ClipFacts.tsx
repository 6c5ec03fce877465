import { ImagePlay } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { ImageClip, SourcedClip } from '../../lib/core/post/item.ts';
import type { TalkOfEvening } from '../../lib/core/post/talks.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { recordingOfFrame } from '../../lib/details/recording-of-frame.ts';
import {
  type FactKind,
  type FactPage,
  factPageOfClip,
  talksFor,
} from '../../lib/details/talk-facts.ts';
import { FactButtons, TalkButton } from '../wrap-up/FactButtons.tsx';

interface ClipFactsProps {
  wrapUp: WrapUp;
  clip: SourcedClip;
  onFact(kind: FactKind, talk: TalkOfEvening, page: FactPage): void;
  onRecordingPicture(clip: ImageClip, talk: TalkOfEvening): void;
}

/**
 * What a clip can provide for the details: the slides, the repository, the recording or its
 * picture, the event.
 */
export function ClipFacts({ wrapUp, clip, onFact, onRecordingPicture }: ClipFactsProps) {
  const page = factPageOfClip(clip);
  if (page.url === '') return null;
  return (
    <FactButtons wrapUp={wrapUp} page={page} label={t('popup_use_clip_as')} onFact={onFact}>
      {clip.kind === 'image' && (
        <TalkButton
          icon={ImagePlay}
          text={t('popup_recording_picture_short')}
          label={t('popup_use_recording_picture')}
          likely={recordingOfFrame(clip) !== ''}
          talks={talksFor(wrapUp, 'recording', recordingOfFrame(clip))}
          onTalk={(talk) => onRecordingPicture(clip, talk)}
        />
      )}
    </FactButtons>
  );
}
