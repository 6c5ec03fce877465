import { describe, expect, it } from 'vitest';
import type { Item } from '../../../lib/core/post/item.ts';
import { linksIn, usedClips } from '../../../lib/render/used-clips.ts';
import {
  createLink,
  createNote,
  createQuote,
  createSection,
  createSource,
} from '../../support/items.ts';
import { part } from '../../support/records.ts';

const url = 'https://github.com/tidepool-db/tidepool';
const clip = createLink({ title: 'tidepool', url });
const linksOf = (post: readonly Item[]) => post.flatMap((item) => linksIn(item) ?? []);
const placesIn = (...post: Item[]) => usedClips([clip], linksOf(post)).get(clip.id);

describe('a clip of the tray is used', () => {
  it.each([
    ['in a note', createNote({ note: `It is [a store](${url}).` })],
    [
      'with what only says where a visitor came from',
      createNote({ note: `[x](${url}?utm_source=y)` }),
    ],
    ['with a slash at its end', createNote({ note: `[x](${url}/)` })],
    ['in angle brackets', createNote({ note: `See <${url}>.` })],
    ['as a bare address, which sites make a link', createNote({ note: `See ${url}.` })],
    ['in a lead-in', createSection({ note: `More of [it](${url}):` })],
    ['in a quote as it was changed', createQuote({ editedMarkdown: `[x](${url})` })],
    ['in a quote as it was captured', createQuote({ markdown: `[x](${url})` })],
    ['in a quote’s lead-in', createQuote({ note: `[x](${url})` })],
    [
      'in a source’s own text',
      createQuote({
        attribution: 'custom',
        attributionLabel: `[x](${url})`,
        labelIsMarkdown: true,
      }),
    ],
    ['in a part that was written by hand', part(5, { byHand: true, note: `[x](${url})` })],
  ])('%s', (_, item) => {
    expect(placesIn(createNote({ note: 'Nothing.' }), item)).toEqual([item.id]);
  });

  it('in several places, in the order of the post', () => {
    const one = createNote({ note: `[a](${url})`, order: 'a1' });
    const other = createNote({ note: `[b](${url})`, order: 'a2' });
    // The item that linked later was read later.
    expect(placesIn(other, one)).toEqual([one.id, other.id]);
  });

  it('where its source’s page is linked, if it is a quote', () => {
    const quote = createQuote({ source: createSource({ url, canonicalUrl: url }) });
    const note = createNote({ note: `[x](${url})` });
    expect(usedClips([quote], linksOf([note])).get(quote.id)).toEqual([note.id]);
  });

  it('where its source’s section is linked, each place once', () => {
    const source = createSource({ url, canonicalUrl: url, headingId: 'a', heading: 'A' });
    const quote = createQuote({ source });
    const note = createNote({ note: `[x](${url}#a)` });
    const both = createNote({ note: `[x](${url}) [y](${url}#a)` });
    const used = usedClips([quote], linksOf([note, both]));
    expect(used.get(quote.id)).toEqual([note.id, both.id]);
  });
});

describe('a clip of the tray is not used', () => {
  it.each([
    ['by words alone', createNote({ note: 'tidepool, github.com/tidepool-db' })],
    ['by another address', createNote({ note: `[x](${url}/issues)` })],
    ['in hidden text', createNote({ note: `[x](${url})`, hidden: true })],
    ['in a comment', createNote({ note: `<!-- [x](${url}) -->` })],
    ['in code', createNote({ note: `\`[x](${url})\`` })],
    [
      'in a source’s text that the quote does not show',
      createQuote({ attribution: 'title', attributionLabel: `[x](${url})`, labelIsMarkdown: true }),
    ],
    ['in a part that follows the template', part(5, { byHand: false, note: `[x](${url})` })],
  ])('%s', (_, item) => {
    expect(placesIn(item)).toBeUndefined();
  });

  it('once the text that linked to it was changed', () => {
    const note = createNote({ note: `[x](${url})` });
    expect(placesIn(note)).toEqual([note.id]);
    expect(placesIn({ ...note, note: 'x' })).toBeUndefined();
  });
});
