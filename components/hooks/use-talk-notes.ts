import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RecordingClock } from '../../lib/client/recording-clock.ts';
import { TalkJournal } from '../../lib/client/talk-journal.ts';
import { talkJournal as journal, storeTalkNote } from '../../lib/client/talk-outbox.ts';
import { beginNote, finishNote, type Taking, takeTime } from '../../lib/client/talk-taking.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { TalkNote } from '../../lib/core/post/talk-note.ts';
import type { PageEdge } from './use-page.ts';

interface TalkNotes {
  /** The note being typed, with its time; undefined while the field is empty. */
  draft: TalkNote | undefined;
  /** Notes that could not be stored; they are kept and shown until they are stored. */
  unsaved: readonly TalkNote[];
  type(text: string): void;
  /** Sets the time to now. */
  retake(): void;
  /** Sends what is typed; the field is free at once. */
  send(): void;
  retry(): void;
}

interface Context {
  page: PageEdge;
  clock: RecordingClock;
  secondsBack: number;
  /** The talk that the notes belong to, if there are several. */
  talkId: string | undefined;
  onKept(item: Item): void;
  onFailure(failure: Failure): void;
}

/**
 * Notes typed during a talk: the first keystroke sets the time, every keystroke is journalled, and
 * a sent note stays in the journal until the database has it.
 */
export function useTalkNotes({
  page,
  clock,
  secondsBack,
  talkId,
  onKept,
  onFailure,
}: Context): TalkNotes {
  const [draft, setDraft] = useState(() => journal.draft());
  const [unsaved, setUnsaved] = useState<readonly TalkNote[]>([]);
  const failed = useRef(new Map<string, TalkNote>());
  const current = useRef(draft);
  const keep = useCallback((next: TalkNote | undefined) => {
    current.current = next;
    journal.keepDraft(next);
    setDraft(next);
  }, []);
  const store = useCallback(
    async (note: TalkNote) => {
      const added = await storeTalkNote(note);
      if (added.ok) {
        failed.current.delete(note.id);
        onKept(added.value);
      } else {
        failed.current.set(note.id, note);
        onFailure(added.error);
      }
      setUnsaved([...failed.current.values()]);
    },
    [onKept, onFailure],
  );
  const retry = useCallback(() => {
    const waiting = new Map(journal.waiting().map((note) => [note.id, note]));
    // Notes that the journal had no room for exist only here.
    for (const note of new Map([...waiting, ...failed.current]).values()) void store(note);
  }, [store]);

  // What a page that closed meanwhile could not store.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once: `retry` does it again on request
  useEffect(() => retry(), []);
  useEffect(() => {
    // Another of our pages, perhaps in another window, continued or sent the same note.
    const onStorage = ({ key }: StorageEvent) => {
      if (!TalkJournal.isDraft(key) || document.hasFocus()) return;
      current.current = journal.draft();
      setDraft(current.current);
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, []);

  const taking = (): Taking => ({
    recording: clock.recording,
    seconds: clock.seconds(),
    overview: page.inspected?.ok ? page.inspected.value : undefined,
    secondsBack,
    takenAt: new Date().toISOString(),
  });
  /** The clock runs by itself for up to a second; this asks the player, and corrects the time. */
  const mend = async (id: string) => {
    const askedMs = performance.now();
    const looked = await page.look();
    const elapsedMs = performance.now() - askedMs;
    const note = current.current;
    if (!looked.ok || note?.id !== id) return;
    const moment = takeTime(looked.value, elapsedMs, secondsBack);
    if (moment) keep({ ...note, moment });
  };
  const latest = useRef({ taking, mend, talkId });
  latest.current = { taking, mend, talkId };

  return useMemo(
    () => ({
      draft,
      unsaved,
      type(text) {
        const before = current.current;
        if (text === '') keep(undefined);
        else if (before) keep({ ...before, note: text });
        else {
          const begun = beginNote(crypto.randomUUID(), text, latest.current.taking());
          keep(begun);
          void latest.current.mend(begun.id);
        }
      },
      retake() {
        const before = current.current;
        if (!before) return;
        const begun = beginNote(crypto.randomUUID(), before.note, latest.current.taking());
        keep(begun);
        void latest.current.mend(begun.id);
      },
      send() {
        const note = current.current && finishNote(current.current);
        if (!note) return;
        const { talkId: of } = latest.current;
        const sent = of === undefined ? note : { ...note, talkId: of };
        journal.send(sent);
        current.current = undefined;
        setDraft(undefined);
        void store(sent);
      },
      retry,
    }),
    [draft, unsaved, keep, store, retry],
  );
}
