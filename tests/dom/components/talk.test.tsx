import './fake-browser.ts';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { Composer } from '../../../components/talk/Composer.tsx';
import { playingIn } from '../../../components/talk/playing-in.ts';
import { type Playing, TalkHead } from '../../../components/talk/TalkHead.tsx';
import { Timeline } from '../../../components/talk/Timeline.tsx';
import { timelineOf } from '../../../lib/clips/timeline.ts';
import { failure } from '../../../lib/core/base/errors.ts';
import { fail } from '../../../lib/core/base/result.ts';
import { createMoment } from '../../support/items.ts';
import { note } from '../../support/records.ts';
import { byRole, click, focus, hasRole, mount, press, replaceText, type } from './support.tsx';

const text = () => document.body.textContent ?? '';
const talk = 'https://youtu.be/aaaaaaaaaaa';

describe('what plays', () => {
  const show = (playing: Playing, problem = '') => {
    const asked: string[] = [];
    mount(
      <TalkHead
        playing={playing}
        time="45:56"
        busy={false}
        problem={problem}
        onMoment={() => asked.push('moment')}
        onFrame={() => asked.push('frame')}
      />,
    );
    return asked;
  };
  it('is nothing on a page that no extension may read: nobody wanted to clip it', () => {
    expect(playingIn(fail(failure('page-not-clippable')))).toEqual({ state: 'nothing' });
    expect(playingIn(fail(failure('page-not-granted')))).toMatchObject({ state: 'unreadable' });
  });

  const recording = {
    state: 'recording',
    title: 'Rings',
    kind: 'video',
    durationSeconds: 5400,
    live: false,
    checkTime: false,
  } as const;

  it('is shown with its time and length, and can be clipped without a word', () => {
    const asked = show(recording);
    expect(text()).toContain('45:56/ 1:30:00');
    click(byRole('button', 'Clip moment'));
    click(byRole('button', 'Clip frame of the video'));
    expect(asked).toEqual(['moment', 'frame']);
  });

  it('has no frame where it is a sound, and no length where it is live', () => {
    show({ ...recording, kind: 'audio', durationSeconds: null, live: true, checkTime: true });
    expect(hasRole('button', 'Clip frame of the video')).toBe(false);
    expect(text()).toContain('45:56live');
    expect(text()).toContain('Check the time');
  });

  it('is not known on a page that nobody opened to us: says what to do, and what is kept', () => {
    show({ state: 'unreadable', reason: 'Click its button in the toolbar.' });
    expect(text()).toContain('Click its button in the toolbar.');
    expect(text()).toContain('stored with the time of day');
  });

  it('may play in a frame of another site: gives the way there', () => {
    show({ state: 'embedded', url: talk });
    expect(byRole('link', 'Open the recording').getAttribute('href')).toBe(talk);
  });

  it('says why a moment could not be had', () => {
    show(recording, 'The disk is full.');
    expect(document.querySelector('[role=alert]')?.textContent).toBe('The disk is full.');
  });
});

describe('the field for the next note', () => {
  const show = (changes: Partial<Parameters<typeof Composer>[0]> = {}) => {
    const asked: string[] = [];
    function Live() {
      const [typed, setTyped] = useState('');
      return (
        <Composer
          text={typed}
          time="45:56"
          timeMissing={false}
          placeholder="What is being said…"
          unsaved={0}
          fieldRef={null}
          onText={(next) => {
            setTyped(next);
            asked.push(next);
          }}
          onSend={() => asked.push('send')}
          onRetake={() => asked.push('retake')}
          onRetry={() => asked.push('retry')}
          {...changes}
        />
      );
    }
    mount(<Live />);
    return asked;
  };
  const field = () => byRole('textbox', 'Next note');

  it('tells of every letter, and shows the time once there is one', () => {
    const asked = show();
    expect(text()).not.toContain('45:56');
    type(field(), 'Wh');
    expect(asked).toEqual(['W', 'Wh']);
    expect(text()).toContain('45:56');
    click(byRole('button', 'Take the time now'));
    expect(asked.at(-1)).toBe('retake');
  });

  it('sends with Enter, not with Shift+Enter, and not while a word is composed', () => {
    const asked = show();
    focus(field());
    expect(press('Enter', { shiftKey: true })).toBe(false);
    expect(press('Enter', { isComposing: true })).toBe(false);
    expect(asked).toEqual([]);
    expect(press('Enter')).toBe(true);
    expect(asked).toEqual(['send']);
  });

  it('asks for the time where only the note-taker can say it', () => {
    show({ timeMissing: true });
    type(field(), 'W');
    expect(text()).toContain('No time yet');
    expect(hasRole('button', 'Take the time now')).toBe(false);
  });

  it('says what could not be saved, and tries again', () => {
    const asked = show({ unsaved: 2 });
    expect(document.querySelector('[role=alert]')?.textContent).toContain('kept here: 2');
    click(byRole('button', 'Try again'));
    expect(asked).toEqual(['retry']);
  });
});

describe('the timeline', () => {
  const one = createMoment({ startSeconds: 62, note: 'one', mediaUrl: talk, mediaTitle: 'Rings' });
  const two = createMoment({ startSeconds: 90, note: 'two', mediaUrl: talk, checkTime: true });
  const day = note(3, { takenAt: '2026-03-19T19:42:00.000Z', note: 'in the room' });
  const show = (items = [two, one] as Parameters<typeof timelineOf>[0], nowId?: string) => {
    const calls = {
      onEdit: vi.fn(),
      onJump: vi.fn(),
      onDelete: vi.fn(),
      onDone: vi.fn(),
      onSort: vi.fn(),
    };
    mount(<Timeline groups={timelineOf(items)} nowId={nowId} {...calls} />);
    return calls;
  };
  const times = () => [...document.querySelectorAll('.entry-time')].map((each) => each.textContent);

  it('goes by the recording, and marks where that is', () => {
    show([two, one], one.id);
    expect(times()).toEqual(['1:02', '1:30']);
    expect(document.querySelector('[aria-current]')?.textContent).toContain('1:02');
    expect(document.querySelector('h2')).toBeNull();
  });

  it('names the recordings where there are several, and the notes without one', () => {
    show([one, day]);
    expect([...document.querySelectorAll('h2')].map((each) => each.textContent)).toEqual([
      'Rings',
      'Without a recording',
    ]);
    expect(document.querySelectorAll('.nudge')).toHaveLength(4);
  });

  it('goes to a time at a click; with Ctrl the browser opens the link as it does', () => {
    const { onJump } = show([one]);
    const link = byRole('link', 'Go to 1:02');
    expect(link.getAttribute('href')).toBe('https://youtu.be/aaaaaaaaaaa?t=62');
    click(link);
    expect(onJump).toHaveBeenCalledExactlyOnceWith(one);
    const opened = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    link.addEventListener('click', (event) => event.preventDefault());
    link.dispatchEvent(opened);
    expect(onJump).toHaveBeenCalledOnce();
  });

  it('moves an entry by its buttons, or by Alt with the arrow keys; that is a check of the time', () => {
    const { onEdit } = show([two]);
    click(byRole('button', '5 seconds later'));
    expect(onEdit).toHaveBeenLastCalledWith(two.id, { startSeconds: 95, checkTime: false });
    focus(byRole('link', 'Go to 1:30'));
    expect(press('ArrowLeft', { altKey: true })).toBe(true);
    expect(onEdit).toHaveBeenLastCalledWith(two.id, { startSeconds: 89, checkTime: false });
    press('ArrowRight', { altKey: true, shiftKey: true });
    expect(onEdit).toHaveBeenLastCalledWith(two.id, { startSeconds: 95, checkTime: false });
    expect(press('ArrowLeft')).toBe(false);
    // There Alt with an arrow moves by words, on macOS.
    focus(byRole('textbox', 'Words at 1:30'));
    expect(press('ArrowLeft', { altKey: true })).toBe(false);
  });

  it('has its words edited in place, and goes from time to time with the arrow keys', () => {
    const { onEdit } = show();
    const [words] = document.querySelectorAll('textarea');
    replaceText(words as HTMLElement, 'one more');
    expect(onEdit).toHaveBeenCalledWith(one.id, { note: 'one more' });
    focus(byRole('link', 'Go to 1:02'));
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('1:30');
    press('ArrowUp');
    expect(document.activeElement?.textContent).toBe('1:02');
  });

  it('leads back to the next note from the words, with Enter or Escape', () => {
    const { onDone } = show([one]);
    focus(document.querySelector('textarea') as HTMLElement);
    expect(press('Enter', { shiftKey: true })).toBe(false);
    expect([press('Enter'), press('Escape')]).toEqual([true, true]);
    expect(onDone).toHaveBeenCalledTimes(2);
  });

  it('keeps the keyboard in it when an entry is deleted', () => {
    const { onDelete, onDone } = show();
    focus(byRole('link', 'Go to 1:02'));
    press('Delete');
    expect(onDelete).toHaveBeenLastCalledWith(one.id);
    expect(document.activeElement?.textContent).toBe('1:30');
    expect(onDone).not.toHaveBeenCalled();
    const last = show([one]);
    focus(byRole('link', 'Go to 1:02'));
    press('Delete');
    expect(last.onDone).toHaveBeenCalledOnce();
  });

  it('does what it was given last, also in rows that stay as they are', () => {
    const stale = vi.fn();
    const rest = { onEdit: vi.fn(), onJump: vi.fn(), onDone: vi.fn(), onSort: vi.fn() };
    const groups = timelineOf([one]);
    const again = mount(<Timeline groups={groups} nowId={undefined} {...rest} onDelete={stale} />);
    const onDelete = vi.fn();
    again(<Timeline groups={groups} nowId={undefined} {...rest} onDelete={onDelete} />);
    click(byRole('button', 'Delete'));
    expect(onDelete).toHaveBeenCalledWith(one.id);
    expect(stale).not.toHaveBeenCalled();
  });

  it('offers its order to the post where that has another', () => {
    const first = createMoment({ startSeconds: 90, order: 'a1', mediaUrl: talk });
    const second = createMoment({ startSeconds: 62, order: 'a2', mediaUrl: talk });
    const { onSort } = show([first, second]);
    click(byRole('button', 'Use this order in the post'));
    expect(onSort.mock.calls[0]?.[0].entries).toEqual([second, first]);
    show([{ ...first, order: 'a3' }, second]);
    expect(hasRole('button', 'Use this order in the post')).toBe(false);
  });

  it('deletes an entry, and says where a time is to be checked', () => {
    const { onDelete } = show([two]);
    expect(text()).toContain('Check the time');
    click(byRole('button', 'Delete'));
    expect(onDelete).toHaveBeenCalledWith(two.id);
  });
});
