import { collectPage } from '../steps/clips.ts';
import { enterDetails } from '../steps/details.ts';
import { beginNote, write, writeOn } from '../steps/own-words.ts';
import { landInTray } from '../steps/places.ts';
import { addressesIn } from '../steps/words.ts';
import { evening } from './evening.ts';
import { eventPage, profiles, readPost, withLinkedPages } from './pages.ts';
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

/** The writer's own paragraphs, between the sentences that the template makes. */
const prose = expected.slice(expected.indexOf('Ines keeps'), expected.indexOf('\n\nThanks again'));

export const linkProse: Post = {
  name: 'links in prose',
  shape: 'one talk, told in paragraphs with twenty links',
  expected,
  pages: withLinkedPages(expected, { ...eventPage(details), ...profiles(details) }),
  ways: {
    async 'written along'(hands) {
      await enterDetails(hands, details);
      await write(hands, prose);
    },
    async 'read first'(hands) {
      await enterDetails(hands, details);
      // The line that says where clips land is there once something is.
      await beginNote(hands);
      await landInTray(hands);
      for (const address of addressesIn(prose)) await collectPage(hands, address);
      await writeOn(hands, prose);
    },
  },
};
