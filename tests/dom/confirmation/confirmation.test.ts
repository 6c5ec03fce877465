import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Outcome } from '../../../entrypoints/confirmation/ask.ts';
import type { Words } from '../../../entrypoints/confirmation/words.ts';
import type { ClipPlace } from '../../../lib/core/capture/clip-place.ts';
import type { ConfirmationState } from '../../../lib/core/capture/confirmation-state.ts';
import { byHand, typeByHand } from '../../support/by-hand.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: {}, runtime: {} } }));
const { Confirmation } = await import('../../../entrypoints/confirmation/confirmation.ts');

const words = {
  clipped: (title: string) => `Clipped to ${title}`,
  tied: (title: string) => `Tied in ${title}`,
  untied: 'As it was',
  before: (when: string, title: string) => `Clipped ${when} to ${title}`,
  today: (time: string) => `today at ${time}`,
  onDay: (day: string) => `on ${day}`,
  reading: 'Reading…',
  clippedLink: (title: string) => `Link clipped to ${title}`,
  alsoIn: (titles: readonly string[]) => `Also in ${titles.join(', ')}.`,
  selectionUnseen: 'Words need the menu.',
  frameLate: 'The frame was late.',
  partsMissing: 'A part is missing.',
  pictureLoading: 'Still loading.',
  pictureCut: 'As shown.',
  unsavedKept: 'Kept in the popup.',
  unsavedTooLarge: 'Copy it now.',
  pictureMissing: 'No picture.',
  pictureUniform: 'All of one colour.',
  pictureReduced: 'Kept smaller.',
  tableSimplified: 'A table is simplified.',
  secretInAddress: 'The address holds a password.',
  checkTime: 'Check the time.',
  momentTime: 'Time of the moment',
  nudges: {
    '-5': '5 seconds earlier',
    '-1': '1 second earlier',
    '1': '1 second later',
    '5': '5 seconds later',
  },
  speaker: {
    added: (name, title) => `${name} speaks at ${title}`,
    completed: (name, title) => `${name} completed in ${title}`,
    present: (name, title) => `${name} already in ${title}`,
  },
  page: 'Page',
  pagePlaceholder: 'not known',
  pageExpected: 'Write a whole number.',
  altField: 'Alt text',
  altPlaceholder: 'What does it show?',
  place: ({ where, section }) => (where === 'section' ? `Under ${section}` : where),
  placeNamed: (text) => `Place: ${text}`,
  placeChange: 'Move to',
  placeFailed: 'Not moved',
  toWrapUp: (title) => `In ${title}`,
  undo: 'Undo',
  removed: 'Removed',
  putBack: 'Put back',
  clipAgain: 'Clip again',
  field: 'Your words',
  placeholder: 'Your words…',
  saved: 'Saved',
  notSaved: 'Not saved yet',
  wordsKept: 'Kept until you close the browser',
  clickAgain: 'Nothing changed: covered',
  typingBlocked: 'Not saved: the page is in the way',
  undoFailed: 'Could not remove',
  restoreFailed: 'Could not put back',
  reloaded: 'Reload the page',
  failed: 'The disk is full. Free some space.',
  tryAgain: 'Try again',
  clipPage: 'Clip the page',
  clipPlainText: 'Clip the plain text',
  openRecording: 'Open the recording',
  embeddedTime: 'Time in the player',
  clipAtTime: 'Clip',
  timeExpected: 'Write a time like 12:34.',
  copy: 'Copy as Markdown',
  copied: 'Copied',
  copyRefused: 'No',
  close: 'Close',
  language: 'en',
  rightToLeft: false,
} satisfies Words;

const clipped: ConfirmationState = {
  state: 'clipped',
  itemId: 'i',
  wrapUpTitle: 'Meetup',
  note: '',
};

function set(
  state: ConfirmationState,
  outcome: () => Outcome = () => 'done',
  admits: () => boolean = () => true,
  where?: ClipPlace,
  areFramesDear = false,
  answers: 'at once' | 'waits' = 'at once',
) {
  const element = document.createElement('div');
  const shadow = element.attachShadow({ mode: 'closed' });
  const card = document.createElement('div');
  shadow.append(card);
  document.documentElement.append(element);
  const asked: string[] = [];
  const answer = (name: string) => async (itemId: string, note?: string) => {
    asked.push([name, itemId, note].filter((part) => part !== undefined).join(' '));
    if (answers === 'waits') await new Promise<void>((resolve) => waiting.push(resolve));
    return outcome();
  };
  const waiting: (() => void)[] = [];
  /** Gives the oldest answer that is awaited. */
  const tell = async () => {
    waiting.shift()?.();
    await vi.advanceTimersByTimeAsync(1);
  };
  const ticks: (() => void)[] = [];
  const overlay = {
    element,
    get activeElement() {
      return shadow.activeElement;
    },
    listen: (listen: (signal: AbortSignal) => void) => listen(new AbortController().signal),
    onTick: (tick: () => void) => void ticks.push(tick),
    onLost: () => {},
    isUnseen: false,
    setHidden: () => {},
    admits: async (event: Event) => event.isTrusted && admits(),
    remove: () => element.remove(),
  };
  const confirmation = new Confirmation(
    {
      host: { overlay, card, areFramesDear, place: () => {} },
      words,
      annotate: (itemId, note) => answer('annotate')(itemId, note),
      undo: answer('undo'),
      restore: answer('restore'),
      nudge: (itemId, startSeconds) => answer('nudge')(itemId, String(startSeconds)),
      locate: (itemId, page) => answer('locate')(itemId, String(page)),
      unseen: async () => 'done',
      discard: answer('discard'),
      where: async () => where,
      places: async () => ({
        sections: [{ id: 's1', text: 'Highlights' }],
        wrapUps: [{ id: 'w2', title: 'Next' }],
      }),
      place: async (itemId, target) => {
        asked.push(['place', itemId, ...Object.values(target)].join(' '));
        const wrapUpTitle = target.to === 'wrap-up' ? 'Next' : 'Meetup';
        const isUnder = target.to === 'section';
        return outcome() === 'done'
          ? {
              wrapUpTitle,
              where: isUnder ? 'section' : 'end',
              section: isUnder ? 'Highlights' : '',
            }
          : undefined;
      },
      retry: ({ requestId, intent }) =>
        answer('retry')(
          requestId,
          intent.what === 'moment-at' ? `${intent.startSeconds} ${intent.mediaUrl}` : intent.what,
        ),
    },
    state.state === 'failed',
  );
  confirmation.show(state);
  const named = (label: string) =>
    Array.from(card.querySelectorAll('button')).find((button) =>
      [button.textContent, button.getAttribute('aria-label')].includes(label),
    );
  const press = (label: string) => {
    const button = named(label);
    if (button && !button.disabled) byHand(button, new MouseEvent('click', { bubbles: true }));
  };
  const note = () => card.querySelector('textarea') as HTMLTextAreaElement;
  const type = (text: string) => {
    note().focus();
    typeByHand(note(), text);
  };
  const page = () => card.querySelector('input') as HTMLInputElement;
  const typePage = (text: string) => {
    page().focus();
    typeByHand(page(), text);
  };
  return {
    confirmation,
    card,
    asked,
    named,
    press,
    note,
    tick: () => ticks.forEach((each) => void each()),
    type,
    page,
    typePage,
    shown: () => element.isConnected,
    tell,
  };
}

const said = (card: Element) => card.querySelector('.said')?.textContent;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a clip is confirmed', () => {
  test('it is announced in a live region that was there before, and disappears by itself', async () => {
    const { card, shown } = set(clipped);
    const region = card.querySelector('[role="status"]');
    expect(region?.textContent).toBe('');
    await vi.advanceTimersByTimeAsync(100);
    expect(region?.textContent).toBe('Clipped to Meetup');
    await vi.advanceTimersByTimeAsync(3_800);
    expect(shown()).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(shown()).toBe(false);
  });

  test('it is announced in the very first frame if each frame takes the browser long', () => {
    const { card } = set(clipped, undefined, undefined, undefined, true);
    expect(said(card)).toBe('Clipped to Meetup');
  });

  test('a link that replaces something invisible says so, and stays until that is read', async () => {
    const { card, shown } = set({ ...clipped, selectionUnseen: true });
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Link clipped to MeetupWords need the menu.');
    await vi.advanceTimersByTimeAsync(7_000);
    expect(shown()).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown()).toBe(false);
  });

  test('before that, if it takes a moment, the card says that the page is being read', async () => {
    const { card, shown, press } = set({ state: 'reading' });
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Reading…');
    // In practice the outcome replaces it long before.
    await vi.advanceTimersByTimeAsync(8_000);
    expect(shown()).toBe(true);
    press('Close');
    expect(shown()).toBe(false);
  });

  test('a frame that was left out is reported', async () => {
    const { card } = set({ ...clipped, frameLate: true });
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Clipped to MeetupThe frame was late.');
  });

  test('it stays while the pointer is on it', async () => {
    const { card, shown } = set(clipped);
    byHand(card, new Event('pointerenter'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(shown()).toBe(true);
    byHand(card, new Event('pointerleave'));
    await vi.advanceTimersByTimeAsync(4_100);
    expect(shown()).toBe(false);
  });

  test('it takes words and saves them as they are typed', async () => {
    const { card, type, asked } = set(clipped);
    type('my words');
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toEqual(['annotate i my words']);
    expect(card.querySelector('.saved')?.textContent).toBe('Saved');
  });

  test('of words that are on their way it never says that they are saved', async () => {
    const { card, type, tell } = set(clipped, undefined, undefined, undefined, false, 'waits');
    type('my');
    await tell();
    expect(card.querySelector('.saved')?.textContent).toBe('Saved');
    type('my words');
    expect(card.querySelector('.saved')?.textContent).toBe('');
    type('my words, too');
    // An answer about the previous words says nothing about these.
    await tell();
    expect(card.querySelector('.saved')?.textContent).toBe('');
    await tell();
    expect(card.querySelector('.saved')?.textContent).toBe('Saved');
  });

  test('an answer that comes once the page keeps what is typed from us says nothing is saved', async () => {
    const { card, type, note, tell } = set(
      clipped,
      undefined,
      undefined,
      undefined,
      false,
      'waits',
    );
    type('my');
    note().value = 'my words';
    await tell();
    expect(card.querySelector('.saved')?.textContent).toBe('');
  });

  test('words that cannot be saved stay, and it says so', async () => {
    const { card, type, shown } = set(clipped, () => 'failed');
    type('my words');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(shown()).toBe(true);
    expect(card.querySelector('textarea')?.value).toBe('my words');
    expect(card.querySelector('.saved')?.textContent).toBe('Not saved yet');
  });

  test('words that are kept for the popup are said to be, and tried again', async () => {
    let outcome: Outcome | 'kept' = 'kept';
    const { card, type, asked } = set(clipped, () => outcome as Outcome);
    type('my words');
    await vi.advanceTimersByTimeAsync(10);
    expect(card.querySelector('.saved')?.textContent).toBe('Kept until you close the browser');
    outcome = 'done';
    await vi.advanceTimersByTimeAsync(2_000);
    expect(card.querySelector('.saved')?.textContent).toBe('Saved');
    expect(asked).toEqual(['annotate i my words', 'annotate i my words']);
  });

  test('it says when the extension was reloaded', async () => {
    const { card, type } = set(clipped, () => 'reloaded');
    type('x');
    await vi.advanceTimersByTimeAsync(10);
    expect(card.querySelector('.saved')?.textContent).toBe('Reload the page');
  });

  test('Undo takes it away, and it can be put back with the words', async () => {
    const { card, press, type, asked } = set(clipped);
    type('w');
    press('Undo');
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Removed');
    press('Put back');
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Clipped to Meetup');
    expect(card.querySelector('textarea')?.value).toBe('w');
    expect(asked).toEqual(['annotate i w', 'undo i', 'restore i']);
  });

  test('says of a quote that it is tied, and Undo takes that back alone', async () => {
    const { card, press, asked } = set({ ...clipped, tieId: 't' });
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Tied in Meetup');
    press('Undo');
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('As it was');
    expect(card.textContent).not.toContain('Put back');
    expect(asked).toEqual(['undo i t']);
  });

  test('an Undo that fails says that the clip is still there', async () => {
    const { card, press } = set(clipped, () => 'failed');
    press('Undo');
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Could not remove');
  });

  test('Escape closes it from anywhere', () => {
    const { shown } = set(clipped);
    byHand(document.body, new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(shown()).toBe(false);
  });

  test.each([
    ['kept', 'Clipped to Meetup'],
    ['cut', 'Clipped to MeetupAs shown.'],
    ['missing', 'Clipped to MeetupNo picture.'],
  ] as const)('a picture that was still loading is told: %s', async (outcome, expected) => {
    const { card, confirmation, type, note } = set({ ...clipped, pictureLoading: true });
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Clipped to MeetupStill loading.');
    type('My words');
    confirmation.tellPicture('another', 'missing');
    confirmation.tellPicture('i', outcome);
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe(expected);
    expect(note().value).toBe('My words');
  });

  test('a picture that came while its clip was removed does not say that it is clipped', async () => {
    const { card, confirmation, press } = set({ ...clipped, pictureLoading: true });
    press('Undo');
    await vi.advanceTimersByTimeAsync(100);
    confirmation.tellPicture('i', 'kept');
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Removed');
    press('Put back');
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Clipped to Meetup');
  });

  test('a picture that could not be stored is reported', async () => {
    const { card } = set({ ...clipped, pictureMissing: true });
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Clipped to MeetupNo picture.');
  });
});

test('keys typed in it do not reach the page', () => {
  const heard: string[] = [];
  const listen = (event: Event) => heard.push(event.type);
  for (const type of ['keydown', 'keypress', 'keyup', 'input', 'paste']) {
    document.addEventListener(type, listen);
    document.addEventListener(type, listen, { capture: true });
  }
  const { note } = set(clipped);
  for (const type of ['keydown', 'keypress', 'keyup']) {
    byHand(note(), new KeyboardEvent(type, { key: 'k', bubbles: true, composed: true }));
  }
  byHand(note(), new InputEvent('input', { bubbles: true, composed: true }));
  byHand(note(), new Event('paste', { bubbles: true, composed: true }));
  expect(heard).toEqual([]);
});

describe('a script of the page', () => {
  test('presses no button', async () => {
    const { asked, named } = set(clipped);
    named('Undo')?.click();
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([]);
  });

  test('types no words and presses no key, not even from inside', async () => {
    const { asked, note, shown } = set(clipped);
    note().focus();
    note().value = 'theirs';
    for (const event of [
      new InputEvent('beforeinput', { inputType: 'insertText', data: 'theirs' }),
      new InputEvent('input', { inputType: 'insertText', data: 'theirs' }),
      new KeyboardEvent('keydown', { key: 'Enter' }),
      new KeyboardEvent('keydown', { key: 'Escape' }),
    ]) {
      note().dispatchEvent(event);
      window.dispatchEvent(event);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([]);
    expect(shown()).toBe(true);
  });

  test('puts no words between those that are typed', async () => {
    const { asked, note, type } = set(clipped);
    type('mine');
    note().value = 'mine, and theirs';
    // The event of `document.execCommand`: trusted, with nothing before it.
    const init = { inputType: 'insertText', data: ', and theirs', bubbles: true, composed: true };
    byHand(note(), new InputEvent('input', init));
    expect(note().value).toBe('mine');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(['annotate i mine']);
  });

  test('that hides typed text from us is reported', () => {
    const { note, tick, card } = set(clipped);
    note().focus();
    note().value = 'unheard';
    tick();
    expect(card.querySelector('.saved')?.textContent).toBe('Not saved: the page is in the way');
  });

  test('that covers the buttons gets no click through, and the card says so', async () => {
    let admitted = false;
    const { asked, press, card } = set(clipped, undefined, () => admitted);
    press('Undo');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([]);
    expect(card.querySelector('.again')?.textContent).toBe('Nothing changed: covered');
    admitted = true;
    press('Undo');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(['undo i']);
  });
});

test('words that assistive technology puts into the field are saved', async () => {
  const { asked, note } = set(clipped);
  note().focus();
  note().value = 'dictated';
  byHand(note(), new Event('input', { bubbles: true, composed: true }));
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual(['annotate i dictated']);
});

test('if it was clipped before, the card says when and where, and it can be clipped again', async () => {
  vi.setSystemTime('2026-03-20T12:00:00Z');
  const before: ConfirmationState = {
    ...clipped,
    state: 'clipped-before',
    before: '2026-03-12T12:00:00.000Z',
  };
  const { card, press, asked } = set(before);
  await vi.advanceTimersByTimeAsync(100);
  expect(said(card)).toBe('Clipped on March 12 to Meetup');
  press('Clip again');
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual(['restore i']);
  expect(said(card)).toBe('Clipped to Meetup');
});

test('a failure that may pass can be tried again, once at a time', async () => {
  const retry = { requestId: 'r', intent: { what: 'selection' as const } };
  const { asked, card, press } = set({
    state: 'failed',
    failure: { code: 'storage-full' },
    markdown: '',
    retry,
  });
  press('Try again');
  press('Try again');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(['retry r selection']);
  expect(card.querySelector('button:disabled')).toBeNull();
});

describe('words that could not be saved', () => {
  const failed: ConfirmationState = {
    state: 'failed',
    failure: { code: 'storage-full' },
    markdown: '> kept',
  };
  const pressEscape = () =>
    byHand(document.body, new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));

  test('go on waiting in the popup, so Escape may close the card', async () => {
    const { card, shown } = set({ ...failed, unsavedId: 'u' });
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toContain('Kept in the popup.');
    pressEscape();
    expect(shown()).toBe(false);
  });

  test('that are nowhere else stay on the screen until their own button closes them', async () => {
    const { card, shown, press } = set(failed);
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toContain('Copy it now.');
    pressEscape();
    expect(shown()).toBe(true);
    press('Close');
    expect(shown()).toBe(false);
  });

  test('are not offered any more once they were copied', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: async () => {} } });
    const { asked, press } = set({ ...failed, unsavedId: 'u' });
    press('Copy as Markdown');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(['discard u']);
    vi.unstubAllGlobals();
  });
});

test('a failure is an alert, stays until it is closed, and gives the words away', async () => {
  const { card, press, shown } = set({
    state: 'failed',
    failure: { code: 'storage-full' },
    markdown: '> kept',
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(card.querySelector('[role="alert"] b')?.textContent).toBe('The disk is full.');
  expect(said(card)).toContain('Free some space.');
  expect(card.textContent).toContain('Copy as Markdown');
  expect(card.textContent).not.toContain('Try again');
  expect(shown()).toBe(true);
  press('Close');
  expect(shown()).toBe(false);
});

describe('a moment is confirmed', () => {
  const moment = (checkTime = false): ConfirmationState => ({
    ...clipped,
    state: 'clipped',
    itemId: 'i',
    wrapUpTitle: 'Meetup',
    note: '',
    moment: { startSeconds: 3, checkTime },
  });
  const time = (card: Element) => card.querySelector('output')?.textContent;

  test('with its time, which is moved by buttons that say what they do', async () => {
    const { card, asked, press } = set(moment());
    expect(time(card)).toBe('0:03');
    expect(card.querySelector('[role="group"]')?.getAttribute('aria-label')).toBe(
      'Time of the moment',
    );
    press('5 seconds later');
    press('1 second later');
    await vi.advanceTimersByTimeAsync(10);
    expect(time(card)).toBe('0:09');
    expect(asked).toEqual(['nudge i 8', 'nudge i 9']);
  });

  test('it keeps its new time when it is removed and put back', async () => {
    const { card, press } = set(moment());
    press('5 seconds later');
    await vi.advanceTimersByTimeAsync(10);
    press('Undo');
    await vi.advanceTimersByTimeAsync(10);
    press('Put back');
    await vi.advanceTimersByTimeAsync(10);
    expect(time(card)).toBe('0:08');
  });

  test('it is never moved before the start', async () => {
    const { card, asked, press } = set(moment());
    press('5 seconds earlier');
    await vi.advanceTimersByTimeAsync(10);
    expect(time(card)).toBe('0:00');
    expect(asked).toEqual(['nudge i 0']);
  });

  test('a move that could not be stored is taken back and told', async () => {
    const { card, press } = set(moment(), () => 'failed');
    press('1 second later');
    await vi.advanceTimersByTimeAsync(100);
    expect(time(card)).toBe('0:03');
    expect(said(card)).toBe('Not saved yet');
  });

  test('a doubtful time is to be checked', async () => {
    const { card } = set(moment(true));
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toContain('Check the time.');
  });
});

describe('a clip of a PDF is confirmed', () => {
  const ofPdf = (pdfPage: number | null) =>
    ({
      ...clipped,
      pdf: pdfPage === null ? {} : { page: pdfPage },
    }) as ConfirmationState;

  test('with a field for its page, which holds what is known', () => {
    const { page } = set(ofPdf(25));
    expect(page().labels?.[0]?.textContent).toBe('Page');
    expect(page().value).toBe('25');
    expect(set(ofPdf(null)).page().value).toBe('');
    expect(set(clipped).page()).toBeNull();
  });

  test('the page is saved while it is typed; anything that is no page is not saved, and the card says so', async () => {
    const { card, asked, typePage } = set(ofPdf(null));
    typePage('3');
    await vi.advanceTimersByTimeAsync(10);
    typePage('three');
    await vi.advanceTimersByTimeAsync(10);
    expect(card.textContent).toContain('Write a whole number.');
    typePage('');
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toEqual(['locate i 3', 'locate i null']);
    expect(card.textContent).toContain('Saved');
  });

  test('of a page that is on its way, or is none, it never says that it is saved', async () => {
    const { card, typePage, tell } = set(
      ofPdf(null),
      undefined,
      undefined,
      undefined,
      false,
      'waits',
    );
    typePage('3');
    await tell();
    expect(card.textContent).toContain('Saved');
    typePage('31');
    expect(card.textContent).not.toContain('Saved');
    typePage('31x');
    await tell();
    expect(card.textContent).not.toContain('Saved');
    expect(card.textContent).toContain('Write a whole number.');
  });

  test('the words and the page do not mix', async () => {
    const { asked, type, typePage, page } = set(ofPdf(null));
    type('Look:');
    typePage('7');
    page().blur();
    type('Look here:');
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toEqual(['annotate i Look:', 'locate i 7', 'annotate i Look here:']);
  });

  test('a page that could not be stored is reported and tried again', async () => {
    let outcome: Outcome = 'failed';
    const { card, asked, typePage, shown } = set(ofPdf(null), () => outcome);
    typePage('3');
    await vi.advanceTimersByTimeAsync(10);
    expect(card.textContent).toContain('Not saved yet');
    outcome = 'done';
    await vi.advanceTimersByTimeAsync(3_000);
    expect(asked).toEqual(['locate i 3', 'locate i 3']);
    expect(shown()).toBe(true);
  });

  test('it keeps its page when it is removed and put back', async () => {
    const { page, press, typePage } = set(ofPdf(3));
    typePage('4');
    await vi.advanceTimersByTimeAsync(10);
    press('Undo');
    await vi.advanceTimersByTimeAsync(10);
    press('Put back');
    await vi.advanceTimersByTimeAsync(10);
    expect(page().value).toBe('4');
  });
});

test('the card says where else the same thing is clipped', () => {
  const { card } = set({ ...clipped, alsoIn: ['#12'], pictureMissing: true } as never);
  vi.advanceTimersByTime(100);
  expect(said(card)).toBe('Clipped to MeetupAlso in #12. No picture.');
});

test('parts of a selection without text are reported', () => {
  const { card } = set({ ...clipped, partsMissing: true } as never);
  vi.advanceTimersByTime(100);
  expect(said(card)).toContain('A part is missing.');
});

test('a simplified table in a quote is reported', () => {
  const { card } = set({ ...clipped, tableSimplified: true } as never);
  vi.advanceTimersByTime(100);
  expect(said(card)).toContain('A table is simplified.');
});

describe('a screenshot is confirmed', () => {
  test('with a field for its alt text, and a word where it shows nothing', async () => {
    const { card, asked, type } = set({ ...clipped, field: 'alt', pictureUniform: true } as never);
    expect(card.querySelector('textarea')?.getAttribute('aria-label')).toBe('Alt text');
    type('The ring, drawn as a clock');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(['annotate i The ring, drawn as a clock']);
    expect(said(card)).toContain('All of one colour.');
  });
});

test.each([
  ['added', 'Ada Example speaks at Meetup'],
  ['present', 'Ada Example already in Meetup'],
] as const)(
  'a speaker who is %s is told by name, and asks for nothing',
  async (outcome, sentence) => {
    const { card, press, shown } = set({
      state: 'speaker',
      name: 'Ada Example',
      wrapUpTitle: 'Meetup',
      outcome,
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe(sentence);
    expect(card.querySelector('textarea')).toBeNull();
    press('Close');
    expect(shown()).toBe(false);
  },
);

describe('a recording in a frame of another site', () => {
  const mediaUrl = 'https://youtu.be/aaaaaaaaaaa';
  const inFrame: ConfirmationState = {
    state: 'failed',
    failure: { code: 'recording-in-frame', url: mediaUrl },
    markdown: '',
    embedded: { requestId: 'r', mediaUrl },
  };
  const field = (card: Element) => card.querySelector('input') as HTMLInputElement;

  test('can be opened in a separate tab', () => {
    const link = set(inFrame).card.querySelector('a');
    expect(link?.textContent).toBe('Open the recording');
    expect([link?.href, link?.target]).toEqual([mediaUrl, '_blank']);
  });

  test('is clipped at the time that one types', async () => {
    const { card, asked, press, typePage } = set(inFrame);
    expect(field(card).getAttribute('aria-label')).toBe('Time in the player');
    typePage('12:34');
    press('Clip');
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toEqual(['retry r 754 https://youtu.be/aaaaaaaaaaa']);
  });

  test('says what a time looks like where something else is typed', async () => {
    const { card, asked, typePage } = set(inFrame);
    typePage('soon');
    byHand(
      field(card),
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
    );
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toEqual([]);
    expect(card.querySelector('.ways [role=alert]')?.textContent).toBe('Write a time like 12:34.');
    expect(field(card).getAttribute('aria-invalid')).toBe('true');
  });
});

describe('the shortcut pressed once more', () => {
  const select = (element: Element) => getSelection()?.selectAllChildren(element);
  const paragraph = (text: string) => {
    const made = document.createElement('p');
    made.textContent = text;
    return made;
  };
  const [one, other] = [paragraph('One'), paragraph('Other')];

  beforeEach(() => {
    document.body.append(one, other);
    getSelection()?.removeAllRanges();
  });

  test('puts the keyboard into the field, behind what was written', () => {
    select(one);
    const { confirmation, note } = set({ ...clipped, note: 'Seen' });
    expect(confirmation.takeFocus()).toBe(true);
    expect(note().selectionStart).toBe(4);
    expect(note().getRootNode()).not.toBe(document);
    expect((note().getRootNode() as ShadowRoot).activeElement).toBe(note());
    expect(confirmation.takeFocus()).toBe(true);
  });

  test.each([
    ['something else', other, false],
    ['the same again', one, true],
  ])('clips what was selected since: %s', (_, chosen, isTold) => {
    select(one);
    const { confirmation } = set(clipped);
    select(chosen);
    // Browsers report a selection some time after it was made.
    if (isTold) document.dispatchEvent(new Event('selectionchange'));
    expect(confirmation.takeFocus()).toBe(false);
    getSelection()?.removeAllRanges();
    expect(confirmation.takeFocus()).toBe(true);
  });

  test('clips where the card has no field, or is gone', () => {
    const { confirmation } = set({ state: 'reading' });
    expect(confirmation.takeFocus()).toBe(false);
    const closed = set(clipped);
    closed.confirmation.close();
    expect(closed.confirmation.takeFocus()).toBe(false);
  });
});

describe('where a clip is', () => {
  const place: ClipPlace = { wrapUpTitle: 'Meetup', where: 'end', section: '' };
  const open = async (
    outcome: () => Outcome = () => 'done',
    admits: () => boolean = () => true,
  ) => {
    const all = set(clipped, outcome, admits, place);
    await vi.advanceTimersByTimeAsync(100);
    all.press('Place: end');
    await vi.advanceTimersByTimeAsync(0);
    return all;
  };
  const choices = (card: Element) =>
    Array.from(card.querySelectorAll('.places button'), (each) => each.textContent);

  test('is announced as soon as it is known', async () => {
    const { named } = set(clipped, undefined, undefined, place);
    expect(named('Place: end')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(0);
    expect(named('Place: end')?.textContent).toBe('end');
  });

  test('is not said where it cannot be known', async () => {
    const { card } = set(clipped);
    await vi.advanceTimersByTimeAsync(100);
    expect(card.querySelector('.place')).toBeNull();
  });

  test('can be changed, in the post and to another wrap-up', async () => {
    const { card, press, asked, named } = await open();
    expect(choices(card)).toEqual(['end', 'start', 'tray', 'Under Highlights', 'In Next']);
    press('Under Highlights');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(['place i section s1']);
    expect(choices(card)).toEqual([]);
    press('Place: Under Highlights');
    await vi.advanceTimersByTimeAsync(0);
    press('In Next');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked.at(-1)).toBe('place i wrap-up w2');
    expect(said(card)).toBe('Clipped to Next');
    expect(named('Undo')).toBeDefined();
  });

  test('stays if it could not be changed, and the card says so', async () => {
    const { card, press } = await open(() => 'failed');
    press('tray');
    await vi.advanceTimersByTimeAsync(100);
    expect(said(card)).toBe('Not moved');
  });

  test('stays where a click cannot be meant', async () => {
    const { press, asked } = await open(undefined, () => false);
    press('tray');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([]);
  });
});
