import { ImagePlay } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { ImageClip, SourcedClip } from '../../lib/core/post/item.ts';
import { recordingsOf, type TalkOfEvening } from '../../lib/core/post/talks.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { recordingOfFrame } from '../../lib/details/recording-of-frame.ts';
import {
  type FactKind,
  type FactPage,
  factPageOfClip,
  hasFact,
  likelyFacts,
  talksFor,
} from '../../lib/details/talk-facts.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { factLooks } from '../wrap-up/FactButtons.tsx';
import { talkName } from '../wrap-up/talk-name.ts';

interface RowFactProps {
  wrapUp: WrapUp;
  clip: SourcedClip;
  tabIndex: number;
  onFact(kind: FactKind, talk: TalkOfEvening, page: FactPage): void;
  onRecordingPicture(clip: ImageClip, talk: TalkOfEvening): void;
}

/**
 * The detail that a clip most likely fills, shown in its row as one button while the details lack
 * it.
 */
export function RowFact({ wrapUp, clip, tabIndex, onFact, onRecordingPicture }: RowFactProps) {
  if (clip.kind === 'image') {
    const recording = recordingOfFrame(clip);
    const isFree = recordingsOf(wrapUp).some((each) => each.recording.picture === '');
    if (recording === '' || !isFree) return null;
    return (
      <OfTalk
        icon={ImagePlay}
        label={t('popup_use_recording_picture')}
        tabIndex={tabIndex}
        talks={talksFor(wrapUp, 'recording', recording)}
        onTalk={(talk) => onRecordingPicture(clip, talk)}
      />
    );
  }
  const page = factPageOfClip(clip);
  const [kind] = likelyFacts(page.url);
  if (kind === undefined || hasFact(wrapUp, kind, page.url)) return null;
  const { icon, name } = factLooks[kind];
  return (
    <OfTalk
      icon={icon}
      label={t('popup_use_as_named', t(name))}
      tabIndex={tabIndex}
      talks={talksFor(wrapUp, kind, page.url)}
      onTalk={(talk) => onFact(kind, talk, page)}
    />
  );
}

interface OfTalkProps {
  icon: Parameters<typeof IconButton>[0]['icon'];
  label: string;
  tabIndex: number;
  talks: readonly TalkOfEvening[];
  onTalk(talk: TalkOfEvening): void;
}

function OfTalk({ icon, label, tabIndex, talks, onTalk }: OfTalkProps) {
  const [only, ...others] = talks;
  if (only && others.length === 0) {
    const onClick = () => onTalk(only);
    return <IconButton small icon={icon} label={label} tabIndex={tabIndex} onClick={onClick} />;
  }
  return (
    <Menu
      small
      label={label}
      icon={icon}
      tabIndex={tabIndex}
      entries={talks.map((talk, at) => ({
        label: talkName(talk, at),
        icon,
        onPick: () => onTalk(talk),
      }))}
    />
  );
}
