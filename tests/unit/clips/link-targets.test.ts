import { describe, expect, it } from 'vitest';
import { addressKey, clipTargets, linkTargets } from '../../../lib/clips/link-targets.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import type { WrapUp } from '../../../lib/core/post/wrap-up.ts';
import {
  createImage,
  createLink,
  createMoment,
  createNote,
  createQuote,
  createSource,
  createSpeaker,
  createWrapUp,
} from '../../support/items.ts';

const at = (minute: number) => ({ createdAt: `2026-11-20T10:0${minute}:00.000Z` });
const no = { linked: [], earlier: [] };

interface Given {
  wrapUp: WrapUp | undefined;
  items: readonly Item[];
  linked: readonly string[];
  earlier: readonly { title: string; url: string }[];
  files?: readonly { fileName: string; paths: readonly string[] }[];
}
const targetsOf = ({ items, linked, ...others }: Given) =>
  linkTargets({
    ...others,
    clips: items.flatMap((item) => clipTargets(item) ?? []),
    linked: new Set(linked.map(addressKey)),
  });

describe('what a text can link to', () => {
  it('is what no text links to yet first, and of that the newest', () => {
    const items = [
      createLink({ title: 'old', url: 'https://a.example/old', ...at(1) }),
      createLink({ title: 'new', url: 'https://a.example/new', tray: 'waiting', ...at(3) }),
      createLink({ title: 'used', url: 'https://a.example/used/', ...at(4) }),
      createNote(),
    ];
    const linked = ['https://a.example/used?utm_source=x'];
    const targets = targetsOf({ ...no, wrapUp: createWrapUp(), items, linked });
    expect(targets.map(({ title, used }) => [title, used])).toEqual([
      ['new', false],
      ['old', false],
      ['used', true],
    ]);
  });

  it('is no name that is being sought where an address belongs', () => {
    const source = createSource({ canonicalUrl: 'https://a.example/page', cleanTitle: 'Page' });
    const wrapUp = createWrapUp({ venue: { name: 'Kontor 7', url: 'Kont' } });
    const items = [createImage({ source, linkUrl: 'Pa' })];
    expect(targetsOf({ ...no, wrapUp, items })).toMatchObject([
      { title: 'Page', url: 'https://a.example/page' },
    ]);
  });

  it('has each address once', () => {
    const source = createSource({ canonicalUrl: 'https://a.example/page', cleanTitle: 'Page' });
    const items = [
      createQuote({ source, ...at(2) }),
      createLink({ title: 'page', url: 'https://a.example/page/', ...at(1) }),
    ];
    expect(targetsOf({ ...no, wrapUp: undefined, items })).toMatchObject([
      { title: 'Page', clipIds: items.map(({ id }) => id) },
    ]);
  });

  it('is a quote’s section beside its page, under its heading', () => {
    const source = createSource({
      ...{ canonicalUrl: 'https://a.example/q', cleanTitle: 'Rings' },
      ...{ headingId: 'why-100%', heading: 'Why rings' },
    });
    const quote = createQuote({ source, ...at(2) });
    const linked = ['https://a.example/q#why-100%25'];
    const targets = targetsOf({ ...no, wrapUp: undefined, items: [quote], linked });
    expect(targets).toMatchObject([
      { title: 'Rings', url: 'https://a.example/q', used: false, clipIds: [quote.id] },
      { title: 'Why rings', url: linked[0], of: 'Rings', used: true, kind: 'quote' },
    ]);
  });

  it('is no section if the address already names a place, or the heading has no name', () => {
    const comment = { kind: 'comment', url: 'https://a.example/q#c1' } as const;
    const place = { ...comment, author: '', published: '', number: null, label: '' };
    const items = [
      createQuote({ source: createSource({ headingId: 'why', heading: 'Why', place }) }),
      createQuote({ source: createSource({ heading: 'Why' }) }),
      createQuote({
        source: createSource({
          ...{ canonicalUrl: 'https://a.example/t', cleanTitle: 'Why' },
          ...{ heading: 'Why', headingId: 'why' },
        }),
      }),
    ];
    expect(targetsOf({ ...no, wrapUp: undefined, items })).toHaveLength(3);
  });

  it('is found by the title of the page, too, where the note-taker calls the clip otherwise', () => {
    const url = 'https://a.example/eos';
    const source = createSource({ canonicalUrl: url, cleanTitle: 'EOS Open Storage' });
    const renamed = createLink({ title: 'EOS', url, source, ...at(3) });
    const elsewhere = createLink({ title: 'other', url: 'https://b.example', source, ...at(2) });
    const quote = createQuote({ sourceTitle: 'A talk', source: createSource({ cleanTitle: 'T' }) });
    const items = [renamed, elsewhere, quote];
    expect(targetsOf({ ...no, wrapUp: undefined, items })).toMatchObject([
      { title: 'EOS', of: 'EOS Open Storage' },
      { title: 'other', of: '' },
      { title: 'A talk', of: 'T' },
    ]);
  });

  it('has each address once, by the other name it has here, too', () => {
    const url = 'https://a.example/page';
    const items = [
      createLink({ title: 'mine', url, source: createSource({ cleanTitle: '', title: '' }) }),
    ];
    const event = { name: 'Meetup', url, startsAt: '', timeZone: '' };
    expect(targetsOf({ ...no, wrapUp: createWrapUp({ event }), items })).toMatchObject([
      { title: 'mine', of: 'Meetup', kind: 'link' },
    ]);
  });

  it('is called as the clip is', () => {
    const items = [
      createMoment({
        startSeconds: 754,
        mediaTitle: 'The talk',
        mediaUrl: 'https://www.youtube.com/watch?v=abcdefghijk',
        ...at(3),
      }),
      createQuote({ source: createSource({ canonicalUrl: 'https://a.example/q' }), ...at(2) }),
      createImage({
        alt: 'A ring',
        linkUrl: 'https://a.example/p',
        source: createSource({ cleanTitle: 'Rings' }),
        ...at(1),
      }),
    ];
    expect(targetsOf({ ...no, wrapUp: undefined, items })).toMatchObject([
      { kind: 'moment', title: '12:34', of: 'The talk', url: expect.stringContaining('754') },
      { kind: 'quote', title: 'Introduction', url: 'https://a.example/q' },
      { kind: 'image', title: 'Rings', of: 'A ring', url: 'https://a.example/p' },
    ]);
  });

  it('is the evening: event, venue, organiser, talks, speakers and where they are from', () => {
    const ada = createSpeaker({
      name: 'Ada',
      url: 'https://ada.example',
      affiliation: { name: 'Looms', url: 'https://looms.example' },
    });
    const nobody = createSpeaker({ name: 'No page', url: '' });
    const wrapUp = createWrapUp({
      event: { name: 'Meetup', url: 'https://m.example/1', startsAt: '', timeZone: '' },
      venue: { name: 'Hall', url: 'https://hall.example' },
      organiser: { name: 'Group', url: 'https://m.example' },
      speakers: [ada, nobody],
      recording: { url: 'https://v.example/1', picture: '', pictureAlt: '' },
      talks: [
        {
          id: '00000000-0000-4000-8000-000000000abc',
          title: 'Looms',
          speakerIds: [ada.id],
          slides: 'https://s.example/1',
          repository: 'https://r.example/1',
          recording: { url: '', picture: '', pictureAlt: '' },
        },
      ],
    });
    const targets = targetsOf({ ...no, wrapUp, items: [] });
    expect(targets.map(({ kind, title, of }) => [kind, title || of])).toEqual([
      ['event', 'Meetup'],
      ['venue', 'Hall'],
      ['organiser', 'Group'],
      ['slides', 'Looms'],
      ['repository', 'Looms'],
      ['recording', 'Looms'],
      ['speaker', 'Ada'],
      ['affiliation', 'Looms'],
    ]);
  });

  it('has the files of the post among the clips: those that nothing links to first', () => {
    const files = [
      { fileName: 'ring.gif', paths: ['ring.gif', '/files/ring.gif'] },
      { fileName: 'slides.pdf', paths: ['slides.pdf'] },
    ];
    const linked = ['/files/ring.gif'];
    const items = [createLink({ title: 'new', url: 'https://a.example/new' })];
    const event = { name: 'Meetup', url: 'https://m.example', startsAt: '', timeZone: '' };
    const targets = targetsOf({ ...no, wrapUp: createWrapUp({ event }), items, linked, files });
    expect(targets.map(({ kind, title, url, used }) => [kind, title, url, used])).toEqual([
      ['link', 'new', 'https://a.example/new', false],
      ['file', 'slides.pdf', 'slides.pdf', false],
      ['event', 'Meetup', 'https://m.example', false],
      ['file', 'ring.gif', 'ring.gif', true],
    ]);
  });

  it('ends with earlier posts', () => {
    const earlier = [{ title: 'Meetup #11', url: '/posts/meetup-11/' }];
    expect(targetsOf({ ...no, wrapUp: undefined, items: [], earlier })).toEqual([
      {
        kind: 'wrap-up',
        title: 'Meetup #11',
        url: '/posts/meetup-11/',
        of: '',
        used: false,
        clipIds: [],
      },
    ]);
  });
});
