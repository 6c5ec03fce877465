import { useState } from 'preact/hooks';
import { t, tCount } from '../../lib/client/i18n.ts';
import { type ClockMark, marksAgree, matchNotes } from '../../lib/clips/match-recording.ts';
import { timeLabel } from '../../lib/core/media/time-label.ts';
import type { Note } from '../../lib/core/post/item.ts';
import { plainPreview } from '../clips/preview-text.ts';
import { Choice } from '../ui/Choice.tsx';
import { TimeField } from '../ui/TimeField.tsx';
import { clockLabel } from './clock-label.ts';

export type TimedNote = Note & { takenAt: string };

interface MatchPanelProps {
  /** In the order in which they were taken; at least one. */
  notes: readonly TimedNote[];
  /** The recording's name. */
  recording: string;
  /** Returns its current position; null if it does not play here. */
  nowSeconds(): number | null;
  onApply(times: ReadonlyMap<string, number>): void;
  onClose(): void;
}

interface Mark {
  noteId: string;
  /** null: not set yet. */
  seconds: number | null;
}

/**
 * Lets the user say where in the recording one or two notes were taken, and shows the effect on the
 * others before it is applied.
 */
export function MatchPanel({ notes, recording, ...props }: MatchPanelProps) {
  const [first] = notes;
  const [marks, setMarks] = useState<Mark[]>([{ noteId: first?.id ?? '', seconds: null }]);
  const set = (at: number, changes: Partial<Mark>) =>
    setMarks(marks.map((mark, index) => (index === at ? { ...mark, ...changes } : mark)));
  const known = marks.flatMap(({ noteId, seconds }): ClockMark[] => {
    const note = notes.find(({ id }) => id === noteId);
    return note && seconds !== null ? [{ takenAt: note.takenAt, seconds }] : [];
  });
  const agree = marksAgree(known);
  const matched = known.length > 0 && agree ? matchNotes(notes, known) : [];
  const times = new Map(
    matched.flatMap(({ note, startSeconds }) =>
      startSeconds === null ? [] : [[note.id, startSeconds] as const],
    ),
  );
  const last = notes.at(-1);
  return (
    <section class="match" aria-label={t('talk_match')}>
      <p class="quiet" dir="auto">
        {t('talk_match_to', recording)}
      </p>
      {marks.map(({ noteId, seconds }, at) => (
        <div key={at} class="two match-mark">
          <Choice
            label={t('talk_match_note')}
            value={noteId}
            options={notes.map((note) => ({ value: note.id, label: nameOf(note) }))}
            onChoice={(id) => set(at, { noteId: id })}
            fieldName={`match.${at}.note`}
          />
          <div class="match-time">
            <TimeField
              label={t('talk_match_time')}
              seconds={seconds}
              optional
              expected={t('popup_time_expected')}
              placeholder="12:34"
              fieldName={`match.${at}.seconds`}
              onSeconds={(next) => set(at, { seconds: next })}
            />
            {props.nowSeconds() !== null && (
              <button
                type="button"
                class="button"
                onClick={() => set(at, { seconds: Math.floor(props.nowSeconds() ?? 0) })}
              >
                {t('talk_match_now')}
              </button>
            )}
          </div>
        </div>
      ))}
      {!agree && (
        <p class="bad" role="alert">
          {t('talk_match_disagree')}
        </p>
      )}
      {matched.length > 0 && (
        <ol class="match-preview" aria-label={t('talk_match_preview')}>
          {matched.map(({ note, startSeconds }) => (
            <li key={note.id}>
              <span class="quiet">{clockLabel(note.takenAt)}</span>
              <span class={startSeconds === null ? 'quiet' : 'match-at'}>
                {startSeconds === null ? t('talk_match_before') : timeLabel(startSeconds)}
              </span>
              <span class="match-words" dir="auto">
                {plainPreview(note.note)}
              </span>
            </li>
          ))}
        </ol>
      )}
      <div class="row wrap">
        <button
          type="button"
          class="button primary"
          disabled={times.size === 0}
          onClick={() => props.onApply(times)}
        >
          {tCount('talk_match_apply', times.size)}
        </button>
        {marks.length === 1 && known.length === 1 && notes.length > 1 && (
          <button
            type="button"
            class="button"
            onClick={() => setMarks([...marks, { noteId: last?.id ?? '', seconds: null }])}
          >
            {t('talk_match_second')}
          </button>
        )}
        <button type="button" class="button quiet" onClick={props.onClose}>
          {t('popup_cancel')}
        </button>
      </div>
    </section>
  );
}

const nameOf = ({ takenAt, note }: TimedNote) =>
  `${clockLabel(takenAt)} ${plainPreview(note)}`.slice(0, 60);
