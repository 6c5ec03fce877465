import './fake-browser.ts';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import type { PageEvents } from '../../../components/hooks/use-page-events.ts';
import { FillFromPage } from '../../../components/wrap-up/FillFromPage.tsx';
import { failure } from '../../../lib/core/base/errors.ts';
import type { CapturedEvent } from '../../../lib/core/capture/capture.ts';
import type { WrapUp } from '../../../lib/core/post/wrap-up.ts';
import { applyProposals } from '../../../lib/details/fill-from-event.ts';
import { createWrapUp } from '../../support/items.ts';
import { byRole, click, hasRole, mount } from './support.tsx';

const event = (
  changes: Partial<CapturedEvent> = {},
  name = 'Harbour Meetup #12',
): CapturedEvent => ({
  event: {
    name,
    url: 'https://harbour.example/12',
    startsAt: '2026-11-18T19:00',
    timeZone: 'Europe/Berlin',
  },
  venue: { name: 'The Pilot House', url: 'https://pilot.example/' },
  organiser: { name: '', url: '' },
  performers: [{ name: 'Ada Example', url: '' }],
  ...changes,
});
const found = (...events: CapturedEvent[]): PageEvents => ({
  state: 'found',
  pageUrl: 'https://harbour.example/12',
  events,
});

function open(events: PageEvents, changes: Partial<WrapUp> = {}) {
  let current = createWrapUp({
    title: 'Mine',
    event: { name: '', url: '', startsAt: '', timeZone: '' },
    ...changes,
  });
  const onLook = vi.fn();
  function Live() {
    const [wrapUp, setWrapUp] = useState(current);
    return (
      <FillFromPage
        events={events}
        wrapUp={wrapUp}
        context={{
          newId: () => '00000000-0000-4000-8000-888888888881',
          browserZone: 'Europe/Berlin',
        }}
        onLook={onLook}
        onFill={(proposals) => {
          current = { ...current, ...applyProposals(current, proposals) };
          setWrapUp(current);
        }}
      />
    );
  }
  mount(<Live />);
  return { now: () => current, onLook };
}

const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';
const box = (name: string) =>
  [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].find((each) =>
    each.labels?.[0]?.textContent?.startsWith(name),
  ) as HTMLInputElement;
const fill = () => byRole('button', 'Fill from this page') as HTMLButtonElement;

describe('before anything is filled', () => {
  it('every field that would change is shown, and nothing has changed', () => {
    const { now } = open(found(event()));
    const rows = [...document.querySelectorAll('.fill-row')].map((row) =>
      row.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).toEqual([
      'EventHarbour Meetup #12 · harbour.example/12',
      'Starts2026-11-18 19:00 Europe/Berlin',
      'VenueThe Pilot House · pilot.example',
      'SpeakerAda Example',
    ]);
    expect(now().event.name).toBe('');
  });

  it('a field can be left out', () => {
    const { now } = open(found(event()));
    click(box('Venue'));
    click(fill());
    expect([now().event.name, now().venue.name]).toEqual(['Harbour Meetup #12', '']);
    // The venue still differs and can be filled later; nothing else is offered.
    expect(box('Venue').checked).toBe(true);
    expect(document.querySelectorAll('.fill-row')).toHaveLength(1);
  });

  it('what the note-taker wrote is marked, shown from and to, and left alone', () => {
    const { now } = open(found(event()), { venue: { name: 'The cellar', url: '' } });
    const row = document.querySelector('.fill-row.off');
    expect(row?.textContent).toContain('The cellar → becomes The Pilot House · pilot.example');
    expect(row?.textContent).toContain('replaces yours');
    click(fill());
    expect(now().venue.name).toBe('The cellar');
    // What remains is out of the way, but can still be used.
    expect(text()).toContain('One detail differs from this page');
    expect(fill().disabled).toBe(true);
    click(box('Venue'));
    click(fill());
    expect(now().venue.name).toBe('The Pilot House');
    expect(text()).toContain('Your details already match this page.');
  });

  it('a browser’s zone is offered where the page names none, and not taken by itself', () => {
    const floating = event({ event: { ...event().event, timeZone: '' } });
    const { now } = open(found(floating));
    expect(text()).toContain('The page names no time zone; the start is kept as local time.');
    expect(box('Time zone').checked).toBe(false);
    click(fill());
    expect(now().event).toMatchObject({ startsAt: '2026-11-18T19:00', timeZone: '' });
    click(box('Time zone'));
    click(fill());
    expect(now().event.timeZone).toBe('Europe/Berlin');
  });
});

it('of two clocks for the start one is taken', () => {
  const utc = event({ event: { ...event().event, timeZone: 'UTC', startsAt: '2026-07-17T17:00' } });
  const { now } = open(found(utc));
  const starts = () =>
    [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].filter((each) =>
      each.labels?.[0]?.textContent?.startsWith('Starts'),
    );
  expect(starts().map(({ checked }) => checked)).toEqual([true, false]);
  click(starts()[1] as Element);
  expect(starts().map(({ checked }) => checked)).toEqual([false, true]);
  click(fill());
  expect(now().event).toMatchObject({ startsAt: '2026-07-17T19:00', timeZone: 'Europe/Berlin' });
});

it('after the filling there is nothing left to fill, and the focus is not lost', () => {
  open(found(event()));
  click(fill());
  expect(text()).toContain('Your details already match this page.');
  expect(hasRole('button', 'Fill from this page')).toBe(false);
  expect(document.activeElement).toBe(byRole('', 'The event on this page'));
});

describe('of several events', () => {
  it('one is chosen, the nearest to the wrap-up first', () => {
    const later = event({}, 'Harbour Meetup #13');
    later.event.url = 'https://harbour.example/13';
    later.event.startsAt = '2027-01-20T19:00';
    const here = event();
    here.event.url = 'https://harbour.example/other';
    const { now } = open(found(later, here));
    const radios = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    expect(radios.map(({ checked, labels }) => [checked, labels?.[0]?.textContent])).toEqual([
      [false, 'Harbour Meetup #132027-01-20 19:00'],
      [true, 'Harbour Meetup #122026-11-18 19:00'],
    ]);
    click(radios[0] as Element);
    click(fill());
    expect(now().event.name).toBe('Harbour Meetup #13');
    expect(radios[0]?.checked).toBe(true);
  });
});

it.each([
  [{ status: 'cancelled' as const }, 'The page says that this event was cancelled.'],
  [{ endsAt: '2026-11-20T17:00' }, 'Lasts until 2026-11-20 17:00.'],
  [{ online: 'only' as const }, 'Takes place online.'],
])('%j is said', (changes, sentence) => {
  open(found(event(changes)));
  expect(text()).toContain(sentence);
});

describe('where there is nothing to be filled from', () => {
  it('says nothing of a page that no extension may read', () => {
    open({ state: 'unread', failure: failure('page-not-clippable') });
    expect(text()).toBe('');
  });

  it.each<[PageEvents, string, string]>([
    [{ state: 'none', calendar: false }, 'No event was found on this page.', 'Look again'],
    [{ state: 'none', calendar: true }, 'This page links to a calendar.', 'Read the calendar'],
    [
      { state: 'unread', failure: failure('page-not-granted') },
      'Wrapup reads a page only once you ask it to.',
      'Look again',
    ],
    [
      { state: 'failed', failure: failure('calendar-unreadable') },
      'its calendar link isn’t a calendar',
      'Look again',
    ],
  ])('%j: it says so, and one can look again', (events, sentence, button) => {
    const { onLook } = open(events);
    expect(text()).toContain(sentence);
    click(byRole('button', button));
    expect(onLook).toHaveBeenCalledOnce();
  });
});
