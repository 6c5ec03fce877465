import { beforeEach, describe, expect, it } from 'vitest';
import { TalkJournal } from '../../../lib/client/talk-journal.ts';
import type { TalkNote } from '../../../lib/core/post/talk-note.ts';
import { uuid } from '../../support/records.ts';

const note = (n: number, words: string): TalkNote => ({
  id: uuid(n),
  note: words,
  takenAt: `2026-03-19T19:4${n}:00.000Z`,
  moment: null,
});

describe('the journal of a talk', () => {
  beforeEach(() => localStorage.clear());
  /** As a page that is opened later would read it. */
  const journal = () => new TalkJournal(localStorage);

  it('has what was being typed when the page was closed', () => {
    journal().keepDraft(note(1, 'Every app'));
    expect(journal().draft()).toEqual(note(1, 'Every app'));
    journal().keepDraft(undefined);
    expect(journal().draft()).toBeUndefined();
  });

  it('keeps what was sent until it is stored, the oldest first', () => {
    const sent = journal();
    sent.keepDraft(note(2, 'second'));
    sent.send(note(2, 'second'));
    sent.send(note(1, 'first'));
    expect(journal().draft()).toBeUndefined();
    expect(journal().waiting()).toEqual([note(1, 'first'), note(2, 'second')]);
    journal().forget(uuid(1));
    expect(journal().waiting()).toEqual([note(2, 'second')]);
  });

  it.each(['{', 'null', '{"id":"x"}'])('takes nothing from what is broken: %s', (text) => {
    localStorage.setItem('wrapup:talk:draft', text);
    localStorage.setItem('wrapup:talk:out:1', text);
    expect([journal().draft(), journal().waiting()]).toEqual([undefined, []]);
  });

  it('goes without where there is no room: the field and the database have it', () => {
    const full = Object.assign(Object.create(localStorage), {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => {},
    });
    expect(() => new TalkJournal(full).keepDraft(note(1, 'W'))).not.toThrow();
    expect(() => new TalkJournal(full).send(note(1, 'W'))).not.toThrow();
  });
});
