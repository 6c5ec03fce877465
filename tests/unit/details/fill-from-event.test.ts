import { describe, expect, it } from 'vitest';
import { limits } from '../../../lib/core/base/limits.ts';
import type { CapturedEvent } from '../../../lib/core/capture/capture.ts';
import { createWrapUp } from '../../../lib/core/post/create-wrap-up.ts';
import type { WrapUp } from '../../../lib/core/post/wrap-up.ts';
import {
  applyProposals,
  type FillContext,
  type Proposal,
  proposeFill,
} from '../../../lib/details/fill-from-event.ts';
import { instant, uuid, wrapUp } from '../../support/records.ts';

const captured: CapturedEvent = {
  event: {
    name: 'Rustling Meetup #12',
    url: 'https://events.example/12',
    startsAt: '2026-03-17T19:00',
    timeZone: 'Europe/Berlin',
  },
  venue: { name: 'Kontor 7', url: 'https://kontor7.example' },
  venueAddress: 'Hafenstraße 7, Leipzig',
  organiser: { name: 'Rustling', url: '' },
  performers: [
    { name: 'Ada Example', url: 'https://social.example/@ada' },
    { name: 'ada  example', url: '' },
    { name: '', url: '' },
  ],
};
const nobody = { name: '', url: '' };
const bare = { role: '', rolePosition: 'before' as const, affiliation: nobody };
const newId = () => uuid(50);
const propose = (own: WrapUp, event = captured, context: Partial<FillContext> = {}) =>
  proposeFill(own, event, { newId, ...context });
const rows = (proposals: readonly Proposal[]) =>
  proposals.map(({ field, effect, from, to }) => [field, effect, from, to]);
/**
 * Returns what one click fills: everything except replacements of the note-taker's words and mere
 * suggestions.
 */
const filled = (own: WrapUp, event = captured, context: Partial<FillContext> = {}) => ({
  ...own,
  ...applyProposals(
    own,
    propose(own, event, context).filter(({ effect }) => effect === 'fills'),
  ),
});

describe('what is empty', () => {
  it('is filled, and each field is shown before', () => {
    const own = wrapUp({ title: 'Wrap-up 2026-03-19' });
    expect(rows(propose(own))).toEqual([
      ['title', 'fills', 'Wrap-up 2026-03-19', 'Rustling Meetup #12 wrap-up'],
      ['event', 'fills', '', 'Rustling Meetup #12 · https://events.example/12'],
      ['startsAt', 'fills', '', '2026-03-17T19:00 Europe/Berlin'],
      ['venue', 'fills', '', 'Kontor 7 · https://kontor7.example'],
      ['venueAddress', 'fills', '', 'Hafenstraße 7, Leipzig'],
      ['organiser', 'fills', '', 'Rustling'],
      ['speaker', 'fills', '', 'Ada Example · https://social.example/@ada'],
    ]);
    expect(filled(own)).toEqual({
      ...own,
      title: 'Rustling Meetup #12 wrap-up',
      slug: 'rustling-meetup-12-wrap-up',
      event: captured.event,
      venue: captured.venue,
      venueAddress: 'Hafenstraße 7, Leipzig',
      organiser: captured.organiser,
      speakers: [
        { id: uuid(50), name: 'Ada Example', url: 'https://social.example/@ada', ...bare },
      ],
    });
  });

  it('is filled once: the second time there is nothing to propose', () => {
    expect(propose(filled(wrapUp()))).toEqual([]);
  });

  it('can be left out, one by one', () => {
    const own = wrapUp();
    const some = propose(own).filter(({ field }) => field === 'startsAt' || field === 'speaker');
    expect(Object.keys(applyProposals(own, some))).toEqual(['event', 'speakers']);
    expect(applyProposals(own, some).event).toMatchObject({
      name: '',
      startsAt: '2026-03-17T19:00',
    });
  });

  it('is no more than a wrap-up can hold', () => {
    const many = Array.from({ length: limits.speakers + 1 }, (_, at) => ({
      name: `Speaker ${at}`,
      url: '',
    }));
    const event = { ...captured.event, name: 'M'.repeat(limits.title) };
    const full = filled(wrapUp({ title: '' }), { ...captured, event, performers: many });
    expect(full.title).toBe(`${'M'.repeat(limits.title - 8)} wrap-up`);
    expect(full.speakers).toHaveLength(limits.speakers);
  });
});

describe('what the note-taker wrote', () => {
  const own = wrapUp({
    title: 'A good evening',
    venue: { name: 'The cellar', url: '' },
    venueAddress: 'Deep Street 1',
    organiser: { name: 'rustling', url: '' },
    event: {
      name: 'Old name',
      url: 'https://old.example',
      startsAt: '2026-03-18T20:00',
      timeZone: 'Europe/Berlin',
    },
  });

  it('is replaced only where that is asked for, from and to being shown', () => {
    const page = { ...captured, organiser: { name: 'Rustling', url: 'https://r.example' } };
    expect(rows(propose(own, page))).toEqual([
      [
        'event',
        'replaces',
        'Old name · https://old.example',
        'Rustling Meetup #12 · https://events.example/12',
      ],
      ['startsAt', 'replaces', '2026-03-18T20:00', '2026-03-17T19:00 Europe/Berlin'],
      [
        'venue',
        'replaces',
        'The cellar · Deep Street 1',
        'Kontor 7 · https://kontor7.example · Hafenstraße 7, Leipzig',
      ],
      ['organiser', 'fills', 'rustling', 'rustling · https://r.example'],
      ['speaker', 'fills', '', 'Ada Example · https://social.example/@ada'],
    ]);
    const once = filled(own, page);
    expect(once.organiser).toEqual({ name: 'rustling', url: 'https://r.example' });
    expect([once.title, once.event, once.venue, once.venueAddress]).toEqual([
      own.title,
      own.event,
      own.venue,
      own.venueAddress,
    ]);
    const all = applyProposals(own, propose(own, page));
    expect(all.event).toEqual(captured.event);
    expect([all.venue, all.venueAddress]).toEqual([captured.venue, 'Hafenstraße 7, Leipzig']);
  });

  it('is the same in another spelling', () => {
    const spelt = wrapUp({
      ...filled(wrapUp()),
      event: {
        ...captured.event,
        name: 'rustling  meetup #12',
        url: 'https://events.example/12?utm_source=x',
      },
      venue: { name: 'KONTOR 7', url: 'https://kontor7.example/' },
      venueAddress: 'hafenstraße 7, Leipzig',
    });
    expect(propose(spelt)).toEqual([]);
  });

  it('stays where the page says nothing', () => {
    const silent = {
      event: { name: '', url: '', startsAt: '', timeZone: '' },
      venue: nobody,
      organiser: nobody,
      performers: [],
    };
    expect(propose(own, silent)).toEqual([]);
    const linkAlone = { ...silent, venue: { name: '', url: 'https://live.example' } };
    expect(propose(own, linkAlone)).toEqual([]);
  });
});

describe('what was carried over from the wrap-up before', () => {
  const previous = wrapUp({
    id: uuid(7),
    event: {
      name: 'Rustling Meetup #11',
      url: 'https://events.example/11',
      startsAt: '2026-02-17T19:00',
      timeZone: 'Europe/Berlin',
    },
    venue: { name: 'The cellar', url: 'https://cellar.example' },
    venueAddress: 'Deep Street 1',
    organiser: { name: 'Rustling e.V.', url: '' },
  });
  const next = createWrapUp({ id: uuid(8), now: instant, offsetMinutes: 60 }, previous);

  it('is nobody’s word: one click brings it up to date', () => {
    expect(rows(propose(next, captured, { previous })).slice(0, 4)).toEqual([
      ['event', 'fills', 'Rustling Meetup #12', 'Rustling Meetup #12 · https://events.example/12'],
      ['startsAt', 'fills', '', '2026-03-17T19:00 Europe/Berlin'],
      [
        'venue',
        'fills',
        'The cellar · https://cellar.example · Deep Street 1',
        'Kontor 7 · https://kontor7.example · Hafenstraße 7, Leipzig',
      ],
      ['organiser', 'fills', 'Rustling e.V.', 'Rustling'],
    ]);
  });

  it('leaves no address of the old venue at a new one', () => {
    const { venueAddress: _, ...without } = captured;
    expect(filled(next, without, { previous })).toMatchObject({
      venue: captured.venue,
      venueAddress: '',
    });
  });

  it('is the note-taker’s once it was changed', () => {
    const changed = { ...next, venue: { ...next.venue, name: 'The other cellar' } };
    const [venue] = propose(changed, captured, { previous }).filter((p) => p.field === 'venue');
    expect(venue?.effect).toBe('replaces');
  });
});

describe('who spoke before', () => {
  const speaker = {
    id: uuid(60),
    name: 'Ada Example',
    url: 'https://social.example/@Ada',
    role: 'Architect',
    rolePosition: 'after' as const,
    affiliation: { name: 'Tidepool', url: 'https://tide.example' },
  };
  const people = [{ speaker, wrapUpTitle: 'Meetup #3' }];

  it('brings along what was entered then, and it is said from where', () => {
    const [row] = propose(wrapUp(), captured, { people }).filter((p) => p.field === 'speaker');
    expect(row).toMatchObject({
      to: 'Ada Example, Architect, Tidepool · https://social.example/@ada',
      knownFrom: 'Meetup #3',
    });
    const { id: _, url: __, name: ___, ...known } = speaker;
    expect(filled(wrapUp(), captured, { people }).speakers).toEqual([
      { id: uuid(50), name: 'Ada Example', url: 'https://social.example/@ada', ...known },
    ]);
  });

  it('is told by the name where the page has no address, but not against another address', () => {
    const named = { ...captured, performers: [{ name: 'ADA Example', url: '' }] };
    expect(filled(wrapUp(), named, { people }).speakers[0]).toMatchObject({
      name: 'ADA Example',
      url: 'https://social.example/@Ada',
      role: 'Architect',
    });
    const other = {
      ...captured,
      performers: [{ name: 'Ada Example', url: 'https://other.example/ada' }],
    };
    expect(filled(wrapUp(), other, { people }).speakers[0]).toMatchObject({ role: '' });
  });

  it('is not added twice under another spelling of the address', () => {
    const own = wrapUp({ speakers: [{ ...speaker, name: 'A. Example' }] });
    expect(propose(own).some(({ field }) => field === 'speaker')).toBe(false);
  });
});
