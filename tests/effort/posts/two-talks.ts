import type { Hands } from '../hands.ts';
import { clipPage, clipQuote } from '../steps/clips.ts';
import { enterDetails } from '../steps/details.ts';
import { head, write } from '../steps/own-words.ts';
import { land, landBelow, openRowThatBegins } from '../steps/places.ts';
import { composeAtDesk } from './at-desk.ts';
import { evening } from './evening.ts';
import { eventPage, page, readPost, withLinkedPages } from './pages.ts';
import type { Post } from './post.ts';

const expected = readPost('two-talks');
const details = evening({
  title: 'Rustling Meetup #13 wrap-up',
  date: '2026-06-18T09:00:00+02:00',
  event: {
    name: 'Rustling Meetup #13',
    url: 'https://events.example/rustling/meetups/13/',
    startsAt: '2026-06-16T19:00',
    timeZone: 'Europe/Berlin',
  },
});
const errors = 'https://windlass.example/guide/errors/';
const why = 'https://halt.example/why/';

const aboutErrors = {
  url: errors,
  words: { from: 'A parser that stops', to: 'scanned upside down.' },
};
const aboutReading = { url: why, words: { from: 'Every build is', to: 'its last line.' } };

/** Clips that belong to the end of the post are found while reading for its beginning. */
export const twoTalks: Post = {
  name: 'two talks',
  shape: 'two talks with slides and code; what belongs at the end is found in between',
  expected,
  pages: withLinkedPages(expected, {
    ...eventPage(details),
    'https://archive.example/almanac-1911/': page('Almanac for the year 1911', '<p>A scan.</p>'),
    'https://kelp.example/releases/2.0/': page('Kelp 2.0: what is new', '<p>Much.</p>'),
    [errors]: page(
      'Errors',
      `<p>A parser that stops at the first error tells you about the first error. One that goes on
       tells you about the page that was scanned upside down.</p>`,
    ),
    [why]: page(
      'Why halt?',
      `<p>Every build is a program, and nobody would ship a program that can only be read backwards
       from its last line.</p>`,
    ),
  }),
  ways: {
    async 'written along'(hands) {
      await enterDetails(hands, details);
      await head(hands, 'Reading tide tables', { form: 'Heading' });
      await write(hands, aboutTides);
      await clipPegs(hands);
      // The first item that belongs to the end; what comes next belongs above it.
      await head(hands, 'Misc', { form: 'Heading' });
      await clipMap(hands);
      await landBelow(hands, 'pegs');
      await clipTides(hands);
      await head(hands, 'A debugger for build scripts', { form: 'Heading', at: 'landing' });
      await write(hands, aboutHalt, { at: 'landing' });
      await clipHalt(hands);
      await write(hands, aboutStepper, { form: 'Bullet', at: 'landing' });
      await clipWhy(hands);
      await openRowThatBegins(hands, 'Kelp 2.0');
      await writeEnding(hands);
    },
    'at the desk': (hands) =>
      composeAtDesk(hands, { details, expected, quotes: [aboutErrors, aboutReading] }),
    async 'read first'(hands) {
      await enterDetails(hands, details);
      await clipPegs(hands);
      await clipMap(hands);
      await landBelow(hands, 'pegs');
      await clipTides(hands);
      await clipHalt(hands);
      await clipWhy(hands);
      await head(hands, 'Reading tide tables', { form: 'Heading', at: 0 });
      await write(hands, aboutTides, { at: 1 });
      await head(hands, 'A debugger for build scripts', { form: 'Heading', at: 6 });
      await write(hands, aboutHalt, { at: 7 });
      await write(hands, aboutStepper, { form: 'Bullet', at: 9 });
      await head(hands, 'Misc', { form: 'Heading', at: 11 });
      await openRowThatBegins(hands, 'Kelp 2.0');
      await writeEnding(hands);
    },
  },
};

const aboutTides = `[Mira Example](https://social.example/@mira) from [Quay](https://quay.example/about/) read forty years of printed
tide tables with a parser of two hundred lines
([slides](https://slides.example/mira/tide-tables.pdf), [code](https://github.com/quay-dev/tide-tables)).`;
const aboutHalt = `[Tom Sample](https://people.example/tom) does not trust a build that he cannot stop, and has written a debugger
for it ([slides](https://slides.example/tom/stop-the-build/), [code](https://github.com/tom-sample/halt)). A
recording is [here](https://video.example/w/halt).`;
const aboutStepper = 'it began as a fork of [stepper](https://stepper.example/)';

const clipPegs = (hands: Hands) =>
  clipPage(hands, 'https://pegs.example/', {
    words: ', the grammar that the first version was written in',
  });

const clipMap = (hands: Hands) =>
  clipPage(hands, 'https://maps.example/gauges/', { words: 'that Mira’s parser feeds' });

/** Clips what belongs to the first talk, except one page in between, which belongs to the end. */
async function clipTides(hands: Hands): Promise<void> {
  await clipPage(hands, 'https://windlass.example/', {
    words: ', the parser library that replaced it',
  });
  await clipQuote(hands, aboutErrors.url, aboutErrors.words);
  await land(hands, 'at the end of the post');
  await clipPage(hands, 'https://kelp.example/releases/2.0/', {
    title: 'Kelp 2.0',
    words: 'is out',
  });
  await landBelow(hands, 'A parser that stops');
  await clipPage(hands, 'https://archive.example/almanac-1911/', {
    title: 'The almanac of 1911',
    words: 'shows what a table looked like: two columns, and a thumb in one of them.',
    form: 'Paragraph',
  });
}

const clipHalt = (hands: Hands) =>
  clipPage(hands, 'https://github.com/tom-sample/halt', {
    title: 'halt',
    words: 'attaches to a running build, also in a container',
  });

const clipWhy = (hands: Hands) => clipQuote(hands, aboutReading.url, aboutReading.words);

async function writeEnding(hands: Hands): Promise<void> {
  await write(hands, 'next time we meet on a Wednesday', { form: 'Bullet' });
  await write(
    hands,
    `Thanks to [Mira](https://social.example/@mira) and [Tom](https://people.example/tom), and to [Kontor
7](https://kontor7.example/) for the chairs.`,
  );
}
