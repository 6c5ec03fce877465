import { Timer } from 'lucide';
import { useState } from 'preact/hooks';
import type { PageEdge } from '../../components/hooks/use-page.ts';
import { MatchPanel, type TimedNote } from '../../components/talk/MatchPanel.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import type { TabProps } from '../../components/ui/tab-props.ts';
import { type MatchedRecording, matchTalkNotes } from '../../lib/app/match-talk-notes.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Undo } from '../../lib/client/notice.ts';
import type { RecordingClock } from '../../lib/client/recording-clock.ts';
import { deps, undoStep } from '../../lib/client/services.ts';
import { createMenuPage } from '../../lib/clips/menu-page.ts';
import type { TimelineEntry } from '../../lib/clips/timeline.ts';
import type { TalkOfEvening } from '../../lib/core/post/talks.ts';

interface MatchNotesProps extends Pick<TabProps, 'showNotice'> {
  /** Notes without a recording, in the order of the day. */
  notes: readonly TimelineEntry[];
  /** The talk in which they were taken. */
  talk: TalkOfEvening | undefined;
  page: PageEdge;
  clock: RecordingClock;
  offerUndo(undo: Undo): void;
}

/** Gives notes that were taken live their times in the recording, once there is one. */
export function MatchNotes({ notes, talk, page, clock, showNotice, offerUndo }: MatchNotesProps) {
  const [open, setOpen] = useState(false);
  const recording = recordingIn(page) ?? recordingOf(talk);
  const ofTalk = notes.filter(
    (entry): entry is TimedNote =>
      entry.kind === 'note' && (entry.talkId === undefined || entry.talkId === talk?.id),
  );
  if (ofTalk.length === 0) return null;
  if (recording === undefined) return <p class="quiet match-none">{t('talk_match_none')}</p>;
  if (!open) {
    return (
      <button type="button" class="button quiet" onClick={() => setOpen(true)}>
        <Icon of={Timer} />
        {t('talk_match_open')}
      </button>
    );
  }
  const apply = async (times: ReadonlyMap<string, number>) => {
    const matched = await matchTalkNotes(deps, recording, times);
    if (!matched.ok) return showNotice({ text: errorText(matched.error), bad: true });
    setOpen(false);
    const { changeId } = matched.value;
    return offerUndo({ text: t('talk_matched'), run: () => void undoStep(changeId) });
  };
  return (
    <MatchPanel
      notes={ofTalk}
      recording={recording.mediaTitle || recording.mediaUrl}
      nowSeconds={() => clock.seconds()}
      onApply={(times) => void apply(times)}
      onClose={() => setOpen(false)}
    />
  );
}

function recordingIn({ inspected }: PageEdge): MatchedRecording | undefined {
  if (!inspected?.ok || inspected.value.recording === null) return undefined;
  const { page, recording } = inspected.value;
  const { mediaUrl, mediaTitle } = recording;
  return { page, mediaUrl, mediaTitle: mediaTitle || page.cleanTitle || page.title };
}

function recordingOf(talk: TalkOfEvening | undefined): MatchedRecording | undefined {
  const mediaUrl = talk?.recording.url ?? '';
  if (mediaUrl === '') return undefined;
  const page = createMenuPage({ pageUrl: mediaUrl, tabTitle: talk?.title });
  return { page, mediaUrl, mediaTitle: talk?.title ?? '' };
}
