import { expect, it } from 'vitest';
import { fillFromEvent } from '../../../lib/core/fill-from-event.ts';
import { limits } from '../../../lib/core/limits.ts';
import { uuid, wrapUp } from '../../support/records.ts';

const captured = {
  event: {
    name: 'Rustling Meetup #12',
    url: 'https://events.example/12',
    startsAt: '2026-03-17T19:00',
    timeZone: 'Europe/Berlin',
  },
  venue: { name: 'Kontor 7', url: 'https://kontor7.example' },
  organiser: { name: 'Rustling', url: '' },
  performers: [
    { name: 'Ada Example', url: 'https://social.example/@ada' },
    { name: 'ada  example', url: '' },
    { name: '', url: '' },
  ],
};
const nobody = { name: '', url: '' };
const newId = () => uuid(50);

it('fills what is empty, and says so', () => {
  const { changes, differences } = fillFromEvent(
    wrapUp({ title: 'Wrap-up 2026-03-19' }),
    captured,
    newId,
  );
  expect(changes).toEqual({
    title: 'Rustling Meetup #12 wrap-up',
    slug: 'rustling-meetup-12-wrap-up',
    event: captured.event,
    venue: captured.venue,
    organiser: captured.organiser,
    speakers: [
      {
        id: uuid(50),
        name: 'Ada Example',
        url: 'https://social.example/@ada',
        role: '',
        rolePosition: 'before',
        affiliation: nobody,
      },
    ],
  });
  expect(differences).toEqual([
    { field: 'event', from: '', to: 'Rustling Meetup #12 · https://events.example/12' },
    { field: 'startsAt', from: '', to: '2026-03-17T19:00' },
    { field: 'timeZone', from: '', to: 'Europe/Berlin' },
    { field: 'title', from: 'Wrap-up 2026-03-19', to: 'Rustling Meetup #12 wrap-up' },
    { field: 'venue', from: '', to: 'Kontor 7 · https://kontor7.example' },
    { field: 'organiser', from: '', to: 'Rustling' },
    { field: 'speaker', from: '', to: 'Ada Example · https://social.example/@ada' },
  ]);
});

it('changes nothing the second time', () => {
  const first = wrapUp();
  const filled = { ...first, ...fillFromEvent(first, captured, newId).changes };
  expect(fillFromEvent(filled, captured, newId)).toEqual({ changes: {}, differences: [] });
});

it('leaves the note-taker’s own title, venue and speakers', () => {
  const own = wrapUp({
    title: 'A good evening',
    venue: { name: 'The cellar', url: '' },
    organiser: { name: 'Rustling', url: '' },
    event: { name: 'Old name', url: 'https://old.example', startsAt: '', timeZone: '' },
  });
  const { changes } = fillFromEvent(
    own,
    { ...captured, organiser: { name: 'rustling', url: 'https://rustling.example' } },
    newId,
  );
  expect(changes.title).toBeUndefined();
  expect(changes.venue).toBeUndefined();
  expect(changes.organiser).toEqual({ name: 'Rustling', url: 'https://rustling.example' });
  expect(changes.event?.name).toBe('Rustling Meetup #12');
});

it('keeps what the page does not say', () => {
  const own = wrapUp({
    event: { name: 'N', url: 'u', startsAt: '2026-01-01T19:00', timeZone: 'Europe/Berlin' },
  });
  const silent = {
    event: { name: '', url: '', startsAt: '', timeZone: '' },
    venue: nobody,
    organiser: nobody,
    performers: [],
  };
  expect(fillFromEvent(own, silent, newId)).toEqual({ changes: {}, differences: [] });
});

it('fills no more than a wrap-up can hold', () => {
  const { changes } = fillFromEvent(
    wrapUp({ title: '' }),
    {
      ...captured,
      event: { ...captured.event, name: 'M'.repeat(limits.title) },
      performers: Array.from({ length: limits.speakers + 1 }, (_, at) => ({
        name: `Speaker ${at}`,
        url: '',
      })),
    },
    newId,
  );
  expect(changes.title).toBe(`${'M'.repeat(limits.title - 8)} wrap-up`);
  expect(changes.speakers).toHaveLength(limits.speakers);
});
