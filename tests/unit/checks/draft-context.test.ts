import { expect, it } from 'vitest';
import { draftContext } from '../../../lib/checks/draft-context.ts';
import { earlierLinks, itemLinkKeys, postLinkKeys } from '../../../lib/checks/earlier-links.ts';
import { runChecks } from '../../../lib/checks/run-checks.ts';
import { defaultProfile, type Profile } from '../../../lib/core/post/profile.ts';
import { exportWrapUp } from '../../../lib/exporters/export-wrap-up.ts';
import {
  createImage,
  createLink,
  createMoment,
  createNote,
  createQuote,
  createWrapUp,
} from '../../support/items.ts';

function checked(
  items: Parameters<typeof exportWrapUp>[1],
  wrapUp = createWrapUp({ draft: false }),
) {
  const made = exportWrapUp(wrapUp, items, defaultProfile, () => false);
  if (!made.ok) throw new Error(made.error.code);
  const { draft, post, missing, placed: files } = made.value;
  const context = draftContext({
    ...{ wrapUp, items, profile: defaultProfile, now: '2031-06-01T00:00:00Z' },
    pieces: post.pieces.map((piece) => ({ ...piece, ...(piece.kind === 'part' && { id: '' }) })),
    missing,
    files,
  });
  const found = runChecks(draft, context);
  return found.map(({ rule, itemId = '', firstLine }) => ({
    rule,
    itemId,
    line: draft.split('\n')[firstLine],
  }));
}

it('knows of a draft what only its items know', () => {
  const quote = createQuote({ id: 'q', editedMarkdown: 'Words that nobody said.' });
  const moment = createMoment({ id: 'm', checkTime: true });
  const picture = createImage({ id: 'i', path: '/images/ring.png', alt: 'A ring' });
  const found = checked([quote, moment, picture]);
  expect(
    found.filter(({ itemId }) => itemId !== '').map(({ rule, itemId }) => [rule, itemId]),
  ).toEqual([
    ['quote-words', 'q'],
    ['check-time', 'm'],
    ['picture-missing', 'i'],
  ]);
});

it('knows speakers and talks, and says where in the post it is', () => {
  const wrapUp = createWrapUp({ draft: false });
  const talk = { id: 't', title: 'Rings', speakerIds: [], slides: '', repository: '' };
  const recording = { url: '', picture: '', pictureAlt: '' };
  const found = checked([createNote({ id: 'n', note: 'A note.' })], {
    ...{ ...wrapUp, speakers: [] },
    talks: [
      { ...talk, recording },
      { ...talk, id: 'u', title: 'Queues', recording },
    ],
  });
  expect(found.map(({ rule }) => rule)).toEqual(['empty-section', 'talk-speaker', 'talk-speaker']);
});

it('reads of an item what the post’s own part links to', () => {
  const link = createLink({ url: 'https://www.a.example/x/', note: 'see [b](http://b.example)' });
  expect(itemLinkKeys(link)).toEqual(['a.example/x', 'b.example']);
  expect(itemLinkKeys({ ...link, hidden: true })).toEqual([]);
  expect(itemLinkKeys(createQuote({ note: 'of [c](https://c.example)' }))).toEqual(['c.example']);
  expect(
    postLinkKeys('Intro.\n\n* [x](https://a.example/x)\n\n> q -- [s](https://s.example)'),
  ).toEqual(['a.example/x']);
});

it('names the newest post before, but no habit of the house', () => {
  const post = (title: string, time: number) => ({ title, url: '', time, keys: ['a.example'] });
  const before = earlierLinks([post('28', 28), post('30', 30), post('29', 29)]);
  expect(before(30)('a.example')?.title).toBe('29');
  expect(before(28)('a.example')).toBeUndefined();
  const often = earlierLinks([1, 2, 3, 4, 5].map((at) => post(`${at}`, at)));
  expect(often(6)('a.example')).toBeUndefined();
});

it('knows the shortcodes of the site where a style for Hugo names some', () => {
  const known = (changes: Partial<Profile>) =>
    draftContext({
      ...{ wrapUp: createWrapUp(), items: [], pieces: [], missing: [], files: [] },
      ...{ now: '2031-06-01T00:00:00Z', profile: { ...defaultProfile, ...changes } },
    }).shortcodes;
  expect(known({ shortcodes: ['h1', 'note'] })).toEqual(new Set(['h1', 'note']));
  expect(known({ shortcodes: [] })).toBeUndefined();
  expect(known({ shortcodes: ['h1'], layout: 'zola' })).toBeUndefined();
});
