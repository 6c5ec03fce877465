import type { Hands } from '../hands.ts';
import { clipPage, clipQuote, collectPage } from '../steps/clips.ts';
import { enterDetails } from '../steps/details.ts';
import { head, write } from '../steps/own-words.ts';
import { land } from '../steps/places.ts';
import { addressesIn } from '../steps/words.ts';
import { composeAtDesk } from './at-desk.ts';
import { evening } from './evening.ts';
import { called, eventPage, page, readPost, withLinkedPages } from './pages.ts';
import type { Post } from './post.ts';

const expected = readPost('drinkup');
const details = evening({
  title: 'Rustling Drinkup #3 wrap-up',
  date: '2026-05-08T09:15:00+02:00',
  tags: ['summary', 'drinkup'],
  event: {
    name: 'Rustling Drinkup #3',
    url: 'https://events.example/rustling/drinkups/3/',
    startsAt: '2026-05-06T19:30',
    timeZone: 'Europe/Berlin',
  },
  venue: { name: 'Zum Anker', url: 'https://anker.example/' },
});
const survey = 'https://surveys.example/2026/build-times/';

const aboutWaiting = {
  url: survey,
  words: { from: 'Half of those', to: 'there is another one.' },
};

const opening = `No talk this time, eleven people and one long table. We went round once and
everybody said what they had broken since the last time.`;
const ending = `* somebody has moved from [make](https://make.example/manual/) to [just](https://just.example/) and back
* we could not agree on whether a test may sleep

[The harbour office](https://harbour.example/jobs/) looks for somebody who likes old protocols.`;

/** An evening without a talk. */
export const drinkup: Post = {
  name: 'no talk',
  shape: 'an evening without a talk: a round of links, one quote, bullets of several links',
  expected,
  pages: withLinkedPages(expected, {
    ...eventPage(details),
    ...called({
      'https://make.example/manual/': 'make, the manual',
      'https://harbour.example/jobs/': 'Jobs | Harbour office',
    }),
    [survey]: page(
      'Build times in 2026 | Linker people',
      `<p>Half of those who answered wait for the linker longer than for the compiler, and a third of
       them did not know that there is another one.</p><p>Fewer than last year.</p>`,
    ),
  }),
  ways: {
    async 'written along'(hands) {
      await enterDetails(hands, details);
      await write(hands, opening);
      await head(hands, 'What came up:');
      await clipRound(hands);
      await write(hands, ending);
    },
    'at the desk': (hands) => composeAtDesk(hands, { details, expected, quotes: [aboutWaiting] }),
    async 'read first'(hands) {
      await enterDetails(hands, details);
      await clipRound(hands);
      await land(hands, 'in the tray');
      for (const address of addressesIn(ending)) await collectPage(hands, address);
      await write(hands, opening, { at: 0 });
      await head(hands, 'What came up:', { at: 1 });
      await write(hands, ending);
    },
  },
};

async function clipRound(hands: Hands): Promise<void> {
  await clipPage(hands, 'https://ferry.example/', {
    words: ', a job queue that keeps its jobs in one file',
  });
  await clipPage(hands, 'https://bollard.example/docs/', {
    words: ', which starts containers from tests',
  });
  await clipPage(hands, survey, {
    title: 'a survey of build times',
    words: 'by the people who make the linker',
  });
  await clipQuote(hands, aboutWaiting.url, aboutWaiting.words);
}
