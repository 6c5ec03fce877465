import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { shortKeys } from '../../components/clips/shortcut-text.ts';
import type { Actions } from '../../components/hooks/use-actions.ts';
import { useClipping } from '../../components/hooks/use-clipping.ts';
import { useItems } from '../../components/hooks/use-items.ts';
import { useNowEntry } from '../../components/hooks/use-now-entry.ts';
import type { PageEdge } from '../../components/hooks/use-page.ts';
import { useProfile } from '../../components/hooks/use-profile.ts';
import { useTalkNotes } from '../../components/hooks/use-talk-notes.ts';
import { ClockTime } from '../../components/talk/ClockTime.tsx';
import { Composer } from '../../components/talk/Composer.tsx';
import { clockLabel } from '../../components/talk/clock-label.ts';
import { playingIn } from '../../components/talk/playing-in.ts';
import { TalkChoice } from '../../components/talk/TalkChoice.tsx';
import { TalkHead } from '../../components/talk/TalkHead.tsx';
import { Timeline } from '../../components/talk/Timeline.tsx';
import type { TabProps } from '../../components/ui/tab-props.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Undo } from '../../lib/client/notice.ts';
import type { RecordingClock } from '../../lib/client/recording-clock.ts';
import { edit } from '../../lib/client/services.ts';
import type { ShortcutKeys } from '../../lib/client/shortcuts.ts';
import { noteSeconds } from '../../lib/client/talk-taking.ts';
import { keepViewPart, loadView } from '../../lib/client/view-state.ts';
import { isTimelineEntry, timelineOf } from '../../lib/clips/timeline.ts';
import { timeLabel } from '../../lib/core/media/time-label.ts';
import type { Item, Moment } from '../../lib/core/post/item.ts';
import { talksOf } from '../../lib/core/post/talks.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { isLinkable } from '../../lib/markdown/address.ts';
import { momentUrl } from '../../lib/sites/media-address.ts';
import { MatchNotes } from './MatchNotes.tsx';

interface TalkTabProps extends Pick<TabProps, 'showNotice'> {
  placeId: string | undefined;
  wrapUp: WrapUp | undefined;
  /** Notes may wait there. */
  tray: readonly Item[];
  page: PageEdge;
  clock: RecordingClock;
  shortcuts: ShortcutKeys | undefined;
  actions: Actions;
  offerUndo(undo: Undo): void;
}

/** Taking notes during a talk: what plays, the field for the next note, and the timeline. */
export function TalkTab(props: TalkTabProps) {
  const { page, clock, actions, showNotice, offerUndo, wrapUp, tray } = props;
  const profile = useProfile(wrapUp?.styleId);
  const field = useRef<HTMLTextAreaElement>(null);
  const playing = playingIn(page.inspected, props.shortcuts);
  const items = useItems(props.placeId, isTimelineEntry);
  const groups = useMemo(
    () => timelineOf([...(items ?? []), ...tray.filter(isTimelineEntry)]),
    [items, tray],
  );
  const nowId = useNowEntry(clock, groups);
  const { clip, busy, problem } = useClipping(page, {
    onClipped: () => {},
    onClippedBefore: (id) => void actions.clippedBefore(id),
    showNotice,
  });
  const [talkId, setTalkId] = useState(() => loadView().talkId);
  const talk = wrapUp && talksOf(wrapUp).find(({ id }) => id !== undefined && id === talkId);
  const notes = useTalkNotes({
    page,
    clock,
    talkId: talk?.id,
    secondsBack: profile?.momentSecondsBack ?? 0,
    onKept: useCallback((item: Item) => showNotice({ text: keptText(item) }), [showNotice]),
    onFailure: useCallback(
      (failure) => showNotice({ text: errorText(failure), bad: true }),
      [showNotice],
    ),
  });
  // When the view opens by itself, nothing else has the focus yet; a pressed tab keeps it.
  useEffect(() => {
    if (document.activeElement === document.body) field.current?.focus();
  }, []);

  const openAt = (moment: Moment) => {
    const url = momentUrl(moment.mediaUrl, moment.startSeconds);
    if (isLinkable(url)) void browser.tabs.create({ url });
    else showNotice({ text: t('talk_no_address'), bad: true });
  };
  const jump = async (moment: Moment) => {
    const sought = await page.seek(moment.mediaUrl, moment.startSeconds);
    if (sought.ok && sought.value.sought) return page.refresh();
    const closed = !sought.ok && sought.error.code === 'page-not-granted';
    if (!closed) return openAt(moment);
    // The recording may be playing there, so a second copy is not opened without asking.
    offerUndo({
      text: t('talk_jump_unreadable'),
      label: t('talk_open_in_tab'),
      run: () => openAt(moment),
    });
  };
  const { draft } = notes;
  const seconds = draft ? noteSeconds(draft) : null;
  const timeMissing = draft?.moment?.timeMissing === true && seconds === null;
  const time = draft && (seconds === null ? clockLabel(draft.takenAt) : timeLabel(seconds));
  return (
    <>
      <TalkHead
        playing={playing}
        time={<ClockTime clock={clock} />}
        busy={busy}
        problem={problem}
        onMoment={() => void clip('moment')}
        onFrame={() => void clip('screenshot')}
      />
      {wrapUp && (
        <TalkChoice
          evening={wrapUp}
          talkId={talk?.id}
          onTalk={(id) => {
            setTalkId(id);
            keepViewPart({ talkId: id });
          }}
        />
      )}
      <Composer
        text={draft?.note ?? ''}
        time={time ?? ''}
        timeMissing={timeMissing}
        placeholder={t(playing.state === 'embedded' ? 'talk_placeholder_time' : 'talk_placeholder')}
        unsaved={notes.unsaved.length}
        fieldRef={field}
        onText={notes.type}
        onSend={notes.send}
        onRetake={() => {
          notes.retake();
          field.current?.focus();
        }}
        onRetry={notes.retry}
      />
      {groups.length === 0 && (items || props.placeId === undefined) && (
        <div class="empty">
          <h2>{t('talk_empty_title')}</h2>
          <p>{t('talk_empty_text')}</p>
          {props.shortcuts?.['clip-moment'] && (
            <p>
              <kbd>{shortKeys(props.shortcuts['clip-moment'])}</kbd> {t('talk_empty_shortcut')}
            </p>
          )}
        </div>
      )}
      {groups.length > 0 && (
        <Timeline
          groups={groups}
          nowId={nowId}
          onEdit={(id, changes) => {
            const shown = items?.find((item) => item.id === id);
            if (shown) void edit('item', id, shown, changes);
          }}
          onJump={(moment) => void jump(moment)}
          onDelete={(id) => void actions.deleteItems([id])}
          onDone={() => field.current?.focus()}
          onSort={({ entries }) => void actions.sort(entries)}
          match={
            <MatchNotes
              notes={groups.find(({ key }) => key === '')?.entries ?? []}
              talk={talk ?? (wrapUp && talksOf(wrapUp)[0])}
              page={page}
              clock={clock}
              showNotice={showNotice}
              offerUndo={offerUndo}
            />
          }
        />
      )}
    </>
  );
}

function keptText(item: Item): string {
  return item.kind === 'moment' ? t('talk_kept_at', timeLabel(item.startSeconds)) : t('talk_kept');
}
