import { describe, expect, it } from 'vitest';
import type { Speaker } from '../../../lib/core/post/wrap-up.ts';
import {
  asKnown,
  isKnownAs,
  listKnownSpeakers,
  matchSpeakers,
} from '../../../lib/details/known-speaker.ts';
import { uuid, wrapUp } from '../../support/records.ts';

const speaker = (name: string, changes: Partial<Speaker> = {}): Speaker => ({
  id: uuid(9),
  name,
  url: '',
  role: '',
  rolePosition: 'before',
  affiliation: { name: '', url: '' },
  ...changes,
});
const meetup = (n: number, speakers: Speaker[], changes = {}) =>
  wrapUp({
    id: uuid(n),
    title: `Meetup #${n}`,
    date: `2026-01-${String(n).padStart(2, '0')}T10:00:00+01:00`,
    speakers,
    ...changes,
  });
const shown = (people: ReturnType<typeof listKnownSpeakers>) =>
  people.map(({ speaker: { name, url, role }, wrapUpTitle }) => [name, url, role, wrapUpTitle]);

describe('everybody who spoke before', () => {
  it('is listed once, as entered last, the latest first', () => {
    const people = listKnownSpeakers(
      [
        meetup(1, [speaker('Ada Example', { url: 'https://github.com/Ada', role: 'Student' })]),
        meetup(3, [speaker('Ada E.', { url: 'https://github.com/ada', role: 'Architect' })]),
        meetup(2, [speaker('Bo Sample'), speaker('Cy Sample')]),
        meetup(5, [speaker('Here Already')]),
        meetup(4, [speaker('Gone')], { deletedAt: '2026-01-01T00:00:00.000Z' }),
      ],
      uuid(5),
    );
    expect(shown(people)).toEqual([
      ['Ada E.', 'https://github.com/ada', 'Architect', 'Meetup #3'],
      ['Bo Sample', '', '', 'Meetup #2'],
      ['Cy Sample', '', '', 'Meetup #2'],
    ]);
  });

  it('is one by name where one of the two has no page, which the other then brings', () => {
    const people = listKnownSpeakers(
      [
        meetup(1, [speaker('Ada Example', { url: 'https://ada.example/' })]),
        meetup(2, [speaker('ada  example', { role: 'Architect' })]),
      ],
      '',
    );
    expect(shown(people)).toEqual([
      ['ada  example', 'https://ada.example/', 'Architect', 'Meetup #2'],
    ]);
  });

  it('is two where namesakes have pages of their own', () => {
    const people = listKnownSpeakers(
      [
        meetup(1, [speaker('Ada Example', { url: 'https://one.example/' })]),
        meetup(2, [speaker('Ada Example', { url: 'https://two.example/' })]),
      ],
      '',
    );
    expect(people).toHaveLength(2);
  });

  it('changes no record that it is read from', () => {
    const late = meetup(2, [speaker('Ada Example')]);
    listKnownSpeakers(
      [late, meetup(1, [speaker('Ada Example', { url: 'https://a.example' })])],
      '',
    );
    expect(late.speakers[0]?.url).toBe('');
  });
});

describe('what is typed', () => {
  const people = listKnownSpeakers(
    [
      meetup(1, [speaker('Jürgen van der Example'), speaker('Ada-Maria Sample')]),
      meetup(2, [speaker('Dr. Adam Other'), speaker('مريم المثال'), speaker('José Ada')]),
    ],
    '',
  );
  const names = (query: string) =>
    matchSpeakers(people, query).map(({ speaker: { name } }) => name);

  it.each([
    ['ada', ['Ada-Maria Sample', 'Dr. Adam Other', 'José Ada']],
    ['JURG', ['Jürgen van der Example']],
    ['jose a', ['José Ada']],
    ['ex van', ['Jürgen van der Example']],
    ['maria', ['Ada-Maria Sample']],
    ['مريم', ['مريم المثال']],
    ['xample', []],
  ])('%j finds %j', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it('nothing typed finds all, the latest first', () => {
    expect(names(' ')).toEqual([
      'Dr. Adam Other',
      'مريم المثال',
      'José Ada',
      'Jürgen van der Example',
      'Ada-Maria Sample',
    ]);
  });
});

it('a person of an event’s page is known by their page, else by their name', () => {
  const known = {
    speaker: speaker('Ada Example', { url: 'https://github.com/ada' }),
    wrapUpTitle: '',
  };
  const unlinked = { speaker: speaker('Ada Example'), wrapUpTitle: '' };
  expect(isKnownAs(known, { name: 'Other', url: 'https://github.com/Ada?tab=stars' })).toBe(true);
  expect(isKnownAs(known, { name: 'Ada Example', url: 'https://gitlab.com/ada' })).toBe(false);
  expect(isKnownAs(known, { name: 'ada example', url: '' })).toBe(true);
  expect(isKnownAs(unlinked, { name: 'Ada Example', url: 'https://gitlab.com/ada' })).toBe(true);
  expect(isKnownAs({ speaker: speaker(''), wrapUpTitle: '' }, { name: '', url: '' })).toBe(false);
});

it('taking a known person over fills what is empty, and keeps what was typed', () => {
  const known = {
    speaker: speaker('Ada Example', {
      url: 'https://a.example',
      role: 'Architect',
      rolePosition: 'after',
      affiliation: { name: 'Tidepool', url: 'https://tide.example' },
    }),
    wrapUpTitle: '',
  };
  expect(asKnown({ ...speaker('ad'), id: uuid(3) }, known)).toEqual({
    ...known.speaker,
    id: uuid(3),
  });
  const typed = speaker('ad', { role: 'Founder', affiliation: { name: 'Ebb', url: '' } });
  expect(asKnown(typed, known)).toMatchObject({
    name: 'Ada Example',
    url: 'https://a.example',
    role: 'Founder',
    rolePosition: 'before',
    affiliation: { name: 'Ebb', url: '' },
  });
});
