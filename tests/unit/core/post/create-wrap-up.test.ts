import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createWrapUp, hasDefaultTitle } from '../../../../lib/core/post/create-wrap-up.ts';
import { withNextNumber } from '../../../../lib/core/post/next-number.ts';
import { WrapUpSchema } from '../../../../lib/core/post/wrap-up.ts';
import { uuid, wrapUp } from '../../../support/records.ts';

const made = { id: uuid(2), now: '2026-11-22T22:30:00.000Z', offsetMinutes: 120 };

it('needs nothing for the first', () => {
  const first = createWrapUp(made);
  expect(first).toMatchObject({
    title: 'Wrap-up 2026-11-23',
    slug: 'wrap-up-2026-11-23',
    date: '2026-11-23T00:30:00+02:00',
    draft: true,
    tags: [],
    archivedAt: null,
  });
  expect(hasDefaultTitle(first)).toBe(true);
  expect(v.is(WrapUpSchema, first)).toBe(true);
});

it('takes over what stays the same, and counts on', () => {
  const previous = wrapUp({
    title: 'Rustling Meetup #12 wrap-up',
    event: {
      name: 'Rustling Meetup #12',
      url: 'https://events.example/12',
      startsAt: '2026-03-17T19:00',
      timeZone: 'Europe/Berlin',
    },
    venue: { name: 'Kontor 7', url: 'https://kontor7.example' },
    venueAddress: 'Hafenstraße 7, Leipzig',
    organiser: { name: 'Rustling', url: 'https://rustling.example' },
    speakers: [
      {
        id: uuid(5),
        name: 'Ada Example',
        url: '',
        role: '',
        rolePosition: 'before',
        affiliation: { name: '', url: '' },
      },
    ],
    recording: { url: 'https://video.example/12', picture: '/12.png', pictureAlt: 'x' },
    footer: 'See you.',
    extraFields: [{ key: 'series', value: 'rustling' }],
    archivedAt: '2026-04-01T00:00:00.000Z',
    draft: false,
  });
  expect(createWrapUp(made, previous)).toEqual({
    id: uuid(2),
    title: 'Rustling Meetup #13 wrap-up',
    slug: 'rustling-meetup-13-wrap-up',
    date: '2026-11-23T00:30:00+02:00',
    draft: true,
    tags: ['summary', 'meetup'],
    event: { name: 'Rustling Meetup #13', url: '', startsAt: '', timeZone: 'Europe/Berlin' },
    venue: { name: 'Kontor 7', url: 'https://kontor7.example' },
    venueAddress: 'Hafenstraße 7, Leipzig',
    organiser: { name: 'Rustling', url: 'https://rustling.example' },
    speakers: [],
    recording: { url: '', picture: '', pictureAlt: '' },
    footer: 'See you.',
    extraFields: [{ key: 'series', value: 'rustling' }],
    archivedAt: null,
    createdAt: '2026-11-22T22:30:00.000Z',
    updatedAt: '2026-11-22T22:30:00.000Z',
    deletedAt: null,
  });
});

it('takes a title that is given, in any script, at any length', () => {
  expect(createWrapUp({ ...made, title: '  Ein Abend über Rust ' }, wrapUp())).toMatchObject({
    title: 'Ein Abend über Rust',
    slug: 'ein-abend-uber-rust',
  });
  expect(createWrapUp({ ...made, title: '勉強会 #3' }).slug).toBe('勉強会-3');
  expect(createWrapUp({ ...made, title: '???' }).slug).toBe('wrap-up');
  expect(v.is(WrapUpSchema, createWrapUp({ ...made, title: 'é'.repeat(5_000) }))).toBe(true);
});

it('knows the title that it made up from one of the user’s own', () => {
  expect(hasDefaultTitle({ title: '' })).toBe(true);
  expect(hasDefaultTitle({ title: 'Wrap-up 2026-11-23 of sorts' })).toBe(false);
});

describe('the running number', () => {
  it.each([
    ['Hybrid Evening #55 wrap-up', 'Hybrid Evening #56 wrap-up'],
    ['Evening No. 9', 'Evening No. 10'],
    ['Treffen Nr. 099 in Raum 3', 'Treffen Nr. 100 in Raum 3'],
    ['Rustling 12', 'Rustling 13'],
    ['Rustling #007', 'Rustling #008'],
    ['Rustling 2 of 9 #4', 'Rustling 2 of 9 #5'],
    ['Wrap-up 2026-11-22', undefined],
    ['Conference 2026', undefined],
    ['Rust 1.75', undefined],
    ['Piano 5 evening', undefined],
    ['', undefined],
    [`#${'9'.repeat(30)}`, undefined],
  ])('of %j counts on to %j', (title, next) => {
    expect(withNextNumber(title)).toBe(next);
  });
});
