import { collectPage } from '../steps/clips.ts';
import { enterDetails } from '../steps/details.ts';
import { beginNote, write, writeOn } from '../steps/own-words.ts';
import { land } from '../steps/places.ts';
import { addressesIn } from '../steps/words.ts';
import { composeAtDesk } from './at-desk.ts';
import { evening } from './evening.ts';
import { called, eventPage, profiles, readPost, withLinkedPages } from './pages.ts';
import type { Post } from './post.ts';

const expected = readPost('link-prose');
const details = evening({
  title: 'Rustling Meetup #14 wrap-up',
  date: '2026-07-16T09:00:00+02:00',
  event: {
    name: 'Rustling Meetup #14',
    url: 'https://events.example/rustling/meetups/14/',
    startsAt: '2026-07-14T19:00',
    timeZone: 'Europe/Berlin',
  },
  speakers: [
    {
      id: '5b1d7c4e-2f0a-4c55-9d3e-0a6b8f1c2d41',
      name: 'Ines Muster',
      url: 'https://social.example/@ines',
      role: '',
      rolePosition: 'after',
      affiliation: { name: '', url: '' },
    },
  ],
});

/** The writer's own paragraphs, between the template's sentences. */
const prose = expected.slice(expected.indexOf('Ines keeps'), expected.indexOf('\n\nThanks again'));

/** Pages whose titles differ from their names in the prose. */
const titles = {
  'https://github.com/buoys/loop': 'buoys/loop: timers and sockets for small boards',
  'https://boards.example/b2/': 'B2 | Boards',
  'https://boards.example/b4/': 'B4 | Boards',
  'https://sheets.example/help/': 'Sheets: help',
  'https://papers.example/2025/buoys.pdf': 'Waking a Fleet of Weather Buoys',
  'https://social.example/@ines/112': 'Ines Muster: “It did not float.”',
  'https://parts.example/cc7/': 'CC7 charge controller',
  'https://parts.example/cc7/sheet.pdf': 'CC7, data sheet, revision 4',
  'https://lora.example/spec/': 'LoRa specification 1.1',
  'https://lora.example/spec/#preamble': 'LoRa specification 1.1',
  'https://sats.example/time/': 'Time from above',
  'https://github.com/buoys/sim': 'buoys/sim: a harbour on your desk',
  'https://buoys.example/tutorial/': 'Your first buoy | Buoys',
  'https://buoys.example/kit/': 'Kits | Buoys',
  'https://otters.example/': 'Where are the otters?',
  'https://otters.example/radio/': 'The radio | Where are the otters?',
};

export const linkProse: Post = {
  name: 'links in prose',
  shape: 'one talk, told in paragraphs with twenty links',
  expected,
  pages: withLinkedPages(expected, {
    ...eventPage(details),
    ...profiles(details),
    ...called(titles),
  }),
  ways: {
    async 'written along'(hands) {
      await enterDetails(hands, details);
      await write(hands, prose);
    },
    'at the desk': (hands) => composeAtDesk(hands, { details, expected, quotes: [] }),
    async 'read first'(hands) {
      await enterDetails(hands, details);
      // The line that says where clips land appears once the post has content.
      await beginNote(hands);
      await land(hands, 'in the tray');
      for (const address of addressesIn(prose)) await collectPage(hands, address);
      await writeOn(hands, prose);
    },
  },
};
