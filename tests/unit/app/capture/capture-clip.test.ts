import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setActiveWrapUp } from '../../../../lib/app/active-wrap-up.ts';
import {
  type CaptureDeps,
  type ClipRequest,
  captureClip,
} from '../../../../lib/app/capture/capture-clip.ts';
import { clipUnsaved } from '../../../../lib/app/capture/clip-unsaved.ts';
import { resumeLoading } from '../../../../lib/app/capture/load-picture.ts';
import { deleteItems, restoreItems } from '../../../../lib/app/delete-items.ts';
import { failure } from '../../../../lib/core/base/errors.ts';
import { fail, ok } from '../../../../lib/core/base/result.ts';
import type { Capture } from '../../../../lib/core/capture/capture.ts';
import type { ConfirmationState } from '../../../../lib/core/capture/confirmation-state.ts';
import type { ImageClip, LinkClip, Quote } from '../../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../../lib/core/post/profile.ts';
import { eventually } from '../../../support/eventually.ts';
import { noVisuals } from '../../../support/fake-camera.ts';
import { type FakeSession, fakeSession } from '../../../support/fake-session.ts';
import { type FakeStores, fakeStores } from '../../../support/fake-stores.ts';
import { instant, pageInfo, quote, uuid, wrapUp, wrapUpId } from '../../../support/records.ts';

const page = pageInfo();
const selection = {
  text: 'Every append lands in a ring.',
  markdown: 'Every append lands in a *ring*.',
  html: '<p>Every append lands in a <em>ring</em>.</p>',
  selectors: [],
  heading: '',
  headingId: '',
};

function frame(changes: Partial<Capture> = {}): Capture {
  return {
    frame: { top: true, focused: true },
    page: pageInfo(),
    hasSelection: changes.selection !== undefined,
    selectionPreview: '',
    hasEvent: false,
    ...changes,
  };
}

let stores: FakeStores;
let answers: Capture[];
let shown: ConfirmationState[];
let session: FakeSession;
let deps: CaptureDeps;

beforeEach(async () => {
  stores = fakeStores({ wrapUps: [wrapUp()] });
  await setActiveWrapUp(stores, wrapUpId);
  stores.log.length = 0;
  answers = [frame({ selection })];
  shown = [];
  session = fakeSession();
  deps = {
    stores,
    pages: { read: async () => ok(answers.map((answer, frameId) => ({ frameId, answer }))) },
    ...noVisuals,
    pictures: {
      read: async () =>
        ok({ bytes: new TextEncoder().encode('abc').buffer, mediaType: 'image/png' }),
    },
    confirmer: {
      show: async (_, state) => {
        stores.log.push(`show ${state.state}`);
        shown.push(state);
        return true;
      },
    },
    badge: {
      showReading: async (_, reading) => {
        stores.log.push(reading ? 'badge reading' : 'badge read');
      },
    },
    clock: { now: () => instant, offsetMinutes: () => 60 },
    unsavedClips: session.unsavedClips,
    loadingPictures: session.loadingPictures,
  };
});

const clip = (n: number, changes: Partial<ClipRequest> = {}) =>
  captureClip(deps, { requestId: uuid(n), tabId: 7, intent: { what: 'here' }, ...changes });
const unreadable = (code: Parameters<typeof failure>[0] = 'page-not-clippable') => {
  deps.pages = { read: async () => fail(failure(code)) };
};
const item = async <T>(n: number) => (await stores.items.get(uuid(n))) as T;

describe('lines of code clipped as a quote', () => {
  it('are a fenced block in the language of their file', async () => {
    const place = {
      kind: 'code' as const,
      url: 'https://github.com/tide/pool/blob/1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d/ring.go#L3-L4',
      author: '',
      published: '',
      number: null,
      label: 'tide/pool/ring.go#L3-L4',
    };
    const text = 'func Append(s Sample) {\n\ttail.Put(s)';
    answers = [
      frame({ page: pageInfo({ place }), selection: { ...selection, text, markdown: 'x' } }),
    ];
    await clip(2);
    expect((await item<Quote>(2)).markdown).toBe(`\`\`\`go\n${text}\n\`\`\``);
  });
});

describe('lines of code clipped as a link', () => {
  it('are linked as they are at the commit', async () => {
    const url = 'https://github.com/tide/pool/blob/main/ring.go#L3-L4';
    const place = {
      kind: 'code' as const,
      url: 'https://github.com/tide/pool/blob/1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d/ring.go#L3-L4',
      author: '',
      published: '',
      number: null,
      label: 'tide/pool/ring.go#L3-L4',
    };
    answers = [frame({ page: pageInfo({ url, place }) })];
    await clip(2, { intent: { what: 'page' } });
    expect(await item<LinkClip>(2)).toMatchObject({
      url: place.url,
      title: place.label,
      source: { url, place },
    });
  });
});

describe('a clip', () => {
  it('is confirmed only after it was written', async () => {
    expect(await clip(10)).toEqual(ok({ itemId: uuid(10), outcome: 'clipped' }));
    expect(stores.log).toEqual(['items.put', 'show clipped']);
    expect(await item<Quote>(10)).toMatchObject({
      kind: 'quote',
      wrapUpId,
      text: selection.text,
      markdown: selection.markdown,
      attribution: 'host-path',
      createdAt: instant,
      deletedAt: null,
    });
    expect(await stores.items.original(uuid(10))).toMatchObject({ html: selection.html });
    expect(shown).toEqual([
      {
        state: 'clipped',
        itemId: uuid(10),
        wrapUpTitle: 'Rustling Meetup #12 wrap-up',
        note: '',
      },
    ]);
  });

  it('goes to the end of the wrap-up, also after what was deleted', async () => {
    await stores.items.put(quote(2, { order: 'a5', deletedAt: instant }));
    await clip(10);
    expect((await item<Quote>(10)).order > 'a5').toBe(true);
  });

  it('asked for twice with one id is one clip', async () => {
    await clip(10);
    await stores.items.update(uuid(10), { note: 'Typed meanwhile.' });
    expect(await clip(10)).toEqual(ok({ itemId: uuid(10), outcome: 'clipped' }));
    expect(stores.allItems()).toHaveLength(1);
    expect(await item<Quote>(10)).toMatchObject({ note: 'Typed meanwhile.' });
  });

  it('is the page’s link where nothing is selected', async () => {
    answers = [frame({ page: pageInfo({ description: 'All about rings.' }) })];
    await clip(10);
    expect(await item<LinkClip>(10)).toMatchObject({
      kind: 'link',
      form: 'bullet',
      title: 'The ring buffer',
      url: 'https://docs.tidepool.example/guide/#ring',
      note: '',
      source: { description: 'All about rings.' },
    });
  });

  it('of a tab that shows a picture is that picture, whatever is selected', async () => {
    const url = 'https://img.tidepool.example/rings.png';
    const page = pageInfo({
      url,
      canonicalUrl: url,
      cleanTitle: 'rings.png',
      mediaType: 'image/png',
    });
    answers = [frame({ page })];
    await clip(10);
    expect(await item<ImageClip>(10)).toMatchObject({ kind: 'image', url, alt: '', linkUrl: '' });
  });

  it('of a repository says what it is', async () => {
    const url = 'https://github.com/tidepool-db/tidepool';
    const description = 'An embedded\ntime-series *store*';
    answers = [frame({ page: pageInfo({ url, canonicalUrl: url, description }) })];
    await clip(10);
    expect(await item<LinkClip>(10)).toMatchObject({
      url,
      note: '{link}, An embedded time-series \\*store\\*',
    });
  });

  it('to a section says which one', async () => {
    answers = [frame({ section: { heading: 'Rings' } })];
    await clip(10);
    expect(await item<LinkClip>(10)).toMatchObject({
      title: 'The ring buffer, section Rings',
      url: 'https://docs.tidepool.example/guide/#ring',
    });
  });

  it('of a heading’s own sign says which section of which page', async () => {
    answers = [frame({ linkText: '¶', section: { heading: 'Rings' } })];
    const linkUrl = 'https://docs.tidepool.example/guide/#rings';
    await clip(10, { intent: { what: 'link', linkUrl } });
    expect(await item<LinkClip>(10)).toMatchObject({
      title: 'The ring buffer, section Rings',
      url: linkUrl,
    });
  });

  it('leads to the version that was read where the profile says so', async () => {
    const url = 'https://en.wikipedia.org/wiki/Ring_buffer';
    const place = {
      ...{ kind: 'revision' as const, url: `${url}?oldid=12`, author: '', published: '' },
      ...{ number: 12, label: 'Ring buffer' },
    };
    answers = [frame({ page: pageInfo({ url, canonicalUrl: url, place }) })];
    await clip(10);
    expect(await item<LinkClip>(10)).toMatchObject({ url });
    stores.settings.profile = async () => ({ ...defaultProfile, permanentLinks: true });
    await clip(11);
    expect(await item<LinkClip>(11)).toMatchObject({ url: `${url}?oldid=12` });
  });

  it('is none where something is selected that could not be read: its plain text is offered', async () => {
    const broken = { hasSelection: true, plainText: 'One *two*.\n\nThree.' } as const;
    answers = [frame({ ...broken, error: 'selection-unformatted' })];
    expect(await clip(10)).toEqual(fail(failure('selection-unformatted')));
    expect(stores.allItems()).toEqual([]);
    const retry = { requestId: uuid(10), intent: { what: 'plain-text' as const } };
    expect(shown).toMatchObject([{ state: 'failed', retry }]);
    expect(shown[0]).toMatchObject({
      markdown: expect.stringMatching(/^> One \\\*two\\\*\.\n>\n> Three\.\n\n\[/),
    });
    expect(await clip(10, retry)).toMatchObject({ ok: true });
    expect(await item<Quote>(10)).toMatchObject({
      kind: 'quote',
      text: broken.plainText,
      markdown: 'One \\*two\\*.\n\nThree.',
    });
  });

  it('is none where it is not known whether something is selected', async () => {
    answers = [frame({ error: 'capture-failed' })];
    expect(await clip(10)).toEqual(fail(failure('capture-failed')));
    expect(stores.allItems()).toEqual([]);
  });

  describe('with the keyboard in a frame that no script may enter', () => {
    const top = { top: true, focused: false, focusedEmbed: 'https://other.example/log' };

    it('is no clip, neither of the page nor of a selection elsewhere; the message says what to do', async () => {
      answers = [frame({ frame: top, selection })];
      expect(await clip(10)).toEqual(fail(failure('selection-in-frame')));
      expect(stores.allItems()).toEqual([]);
      expect(shown).toMatchObject([
        { state: 'failed', retry: { requestId: uuid(10), intent: { what: 'page' } } },
      ]);
      expect(await clip(10, { intent: { what: 'page' } })).toMatchObject({ ok: true });
      expect(await item<LinkClip>(10)).toMatchObject({ kind: 'link' });
    });

    it('is the page’s link where that frame is a player', async () => {
      answers = [frame({ frame: { ...top, focusedEmbed: 'https://youtu.be/abc-DEF_123' } })];
      expect(await clip(10)).toMatchObject({ ok: true });
    });

    it('is what a frame in between has selected, if the keyboard is there', async () => {
      const inner = frame({ frame: { top: false, focused: true }, selection });
      answers = [frame({ frame: top }), inner];
      expect(await clip(10)).toMatchObject({ ok: true });
      expect(await item<Quote>(10)).toMatchObject({ text: selection.text });
    });

    it.each([
      ['a page of its own', 'https://tides.example/inner', 'https://tides.example/inner#x'],
      ['nothing but what the page wrote', '', pageInfo().url],
    ])(
      'is what a frame with %s has, while a side panel has the keyboard',
      async (_, embed, url) => {
        const inner = frame({
          frame: { top: false, focused: false },
          page: pageInfo({ url }),
          selection,
        });
        answers = [frame({ frame: { ...top, focusedEmbed: embed } }), inner];
        expect(await clip(10)).toMatchObject({ ok: true });
        expect(await item<Quote>(10)).toMatchObject({ text: selection.text });
      },
    );

    it('is what the menu gives', async () => {
      answers = [frame({ frame: top })];
      const menu = {
        ...{ pageUrl: 'https://tides.example/', tabTitle: 'Tides', frameId: 9 },
        ...{ frameUrl: 'https://other.example/log', selectionText: 'Low water at six.' },
      };
      await clip(10, { intent: { what: 'selection' }, menu });
      expect(await item<Quote>(10)).toMatchObject({
        text: 'Low water at six.',
        source: { url: 'https://other.example/log', title: 'log' },
      });
    });
  });

  it('goes to the inbox where that was chosen', async () => {
    await setActiveWrapUp(stores, 'inbox');
    await clip(10);
    expect(await item<Quote>(10)).toMatchObject({ wrapUpId: 'inbox' });
    expect(shown).toMatchObject([{ state: 'clipped', wrapUpTitle: '' }]);
  });

  it('needs no set-up: the very first makes its wrap-up', async () => {
    stores = fakeStores();
    deps.stores = stores;
    expect(await clip(10)).toMatchObject({ ok: true });
    expect(shown).toMatchObject([{ wrapUpTitle: 'Wrap-up 2026-03-19' }]);
  });

  it('made at the same moment as another is beside it', async () => {
    answers = [frame()];
    await Promise.all([
      clip(10, { intent: { what: 'link', linkUrl: 'https://a.example/' } }),
      clip(11, { intent: { what: 'link', linkUrl: 'https://b.example/' } }),
    ]);
    expect(new Set(stores.allItems().map((each) => each.order)).size).toBe(2);
  });

  it('counts although the badge and the page cannot show it', async () => {
    deps.badge = { showReading: () => Promise.reject(new Error('no badge')) };
    deps.confirmer = { show: async () => false };
    expect(await clip(10)).toMatchObject({ ok: true });
  });
});

describe('what was clipped before', () => {
  it('is noticed, not doubled, and can be clipped again, with no words yet', async () => {
    await clip(10);
    await stores.items.update(uuid(10), { note: 'Mine.' });
    expect(await clip(11)).toEqual(ok({ itemId: uuid(11), outcome: 'clipped-before' }));
    expect(await stores.items.list(wrapUpId)).toHaveLength(1);
    expect(shown.at(-1)).toEqual({
      state: 'clipped-before',
      itemId: uuid(11),
      before: instant,
      wrapUpTitle: 'Rustling Meetup #12 wrap-up',
      note: '',
    });
    await restoreItems(stores, [uuid(11)]);
    expect(await stores.items.list(wrapUpId)).toHaveLength(2);
  });

  it('for another wrap-up is clipped there, too, and the card says where it also is', async () => {
    await clip(10);
    const next = wrapUp({ id: uuid(2), title: '#13' });
    await stores.wrapUps.put(next);
    await stores.settings.setActiveWrapUpId(next.id);
    expect(await clip(11)).toEqual(ok({ itemId: uuid(11), outcome: 'clipped' }));
    expect(shown.at(-1)).toMatchObject({
      state: 'clipped',
      wrapUpTitle: '#13',
      alsoIn: ['Rustling Meetup #12 wrap-up'],
    });
    expect((await stores.items.list(next.id)).map(({ id }) => id)).toEqual([uuid(11)]);
    expect(await clip(12)).toMatchObject({ value: { outcome: 'clipped-before' } });
    expect(await clip(11)).toMatchObject({ value: { outcome: 'clipped' } });
    expect(await clip(12)).toMatchObject({ value: { outcome: 'clipped-before' } });
  });

  it('for a wrap-up that was deleted is named no more, in the inbox it is', async () => {
    await clip(10);
    await stores.wrapUps.update(wrapUpId, { deletedAt: instant });
    await stores.settings.setActiveWrapUpId('inbox');
    expect(await clip(11)).toMatchObject({ value: { outcome: 'clipped' } });
    expect(shown.at(-1)).not.toHaveProperty('alsoIn');
    const next = wrapUp({ id: uuid(2) });
    await stores.wrapUps.put(next);
    await stores.settings.setActiveWrapUpId(next.id);
    await clip(12);
    expect(shown.at(-1)).toMatchObject({ alsoIn: [''] });
  });

  it('is noticed at a retry, too', async () => {
    await clip(10);
    await clip(11);
    expect(await clip(11)).toEqual(ok({ itemId: uuid(11), outcome: 'clipped-before' }));
  });

  it('and deleted since is new', async () => {
    await clip(10);
    await deleteItems({ ...stores, clock: deps.clock }, [uuid(10)]);
    expect(await clip(11)).toMatchObject({ value: { outcome: 'clipped' } });
  });

  it('by two quick gestures is one clip', async () => {
    const outcomes = await Promise.all([clip(10), clip(11)]);
    // Either may come first, because their words are hashed in parallel.
    expect(outcomes.map((each) => each.ok && each.value.outcome).sort()).toEqual([
      'clipped',
      'clipped-before',
    ]);
    expect(await stores.items.list(wrapUpId)).toHaveLength(1);
  });
});

describe('formulas', () => {
  it('are asked for as the profile has them', async () => {
    const asked: unknown[] = [];
    deps.pages = {
      read: async (_, request) => {
        asked.push(request);
        return ok([{ frameId: 0, answer: frame() }]);
      },
    };
    await clip(1);
    await stores.settings.setProfile({ ...defaultProfile, formulas: 'code' });
    await clip(2);
    expect(asked).toEqual([
      { want: 'clip', formulas: 'dollars' },
      { want: 'clip', formulas: 'code' },
    ]);
  });

  it('do not keep a clip from being made where the profile cannot be read', async () => {
    const read = stores.settings.profile;
    let first = true;
    stores.settings.profile = async () => {
      if (!first) return read();
      first = false;
      throw new Error('locked');
    };
    expect((await clip(1)).ok).toBe(true);
  });
});

describe('a table that Markdown cannot say', () => {
  it('is reported with the clip', async () => {
    const htmlMarkdown = 'Before:\n\n<table><tr><td colspan="2">a</td></tr></table>';
    answers = [frame({ selection: { ...selection, htmlMarkdown } })];
    await clip(1);
    answers = [frame({ selection: { ...selection, text: 'b', markdown: '| b |\n| --- |' } })];
    await clip(2);
    expect(shown[0]).toMatchObject({ state: 'clipped', tableSimplified: true });
    expect(shown[1]).not.toHaveProperty('tableSimplified');
  });
});

describe('the frame that answers', () => {
  const inner = (text: string, focused: boolean, url = 'https://embed.example/doc') =>
    frame({
      frame: { top: false, focused },
      page: pageInfo({ url, canonicalUrl: url }),
      selection: { ...selection, text },
    });

  it.each<[string, () => Capture[], string]>([
    ['the one with a selection', () => [frame(), inner('inner', false)], 'inner'],
    ['the focused one', () => [frame({ selection }), inner('inner', true)], 'inner'],
    ['the page itself', () => [inner('inner', false), frame({ selection })], selection.text],
  ])('is %s', async (_, frames, expected) => {
    answers = frames();
    await clip(10);
    expect(await item<Quote>(10)).toMatchObject({ text: expected });
  });

  it('is the one the menu was opened in', async () => {
    answers = [frame({ selection }), inner('inner', false)];
    const menu = { pageUrl: page.url, frameId: 1, selectionText: 'inner' };
    await clip(10, { intent: { what: 'selection' }, menu });
    expect(await item<Quote>(10)).toMatchObject({ text: 'inner' });
  });

  it('is none where the menu was opened in one that no script may enter', async () => {
    answers = [frame({ selection }), inner('older', false)];
    const frameUrl = 'https://closed.example/doc';
    const menu = { pageUrl: page.url, frameUrl, frameId: 9, selectionText: 'closed  words' };
    await clip(10, { intent: { what: 'selection' }, menu });
    expect(await item<Quote>(10)).toMatchObject({
      text: 'closed words',
      source: { url: frameUrl },
    });
  });

  it('is the source, unless it has no address of its own', async () => {
    answers = [frame(), inner('inner', true)];
    await clip(10);
    expect((await item<Quote>(10)).source.url).toBe('https://embed.example/doc');
    answers = [frame(), inner('other', true, 'about:srcdoc')];
    await clip(11);
    expect((await item<Quote>(11)).source.url).toBe(pageInfo().url);
  });
});

describe('where nobody can see what is selected', () => {
  const menu = { pageUrl: 'https://papers.example/tides.pdf', tabTitle: 'Tides - tides.pdf' };

  it.each(['pdf-needs-menu', 'page-not-clippable', 'reader-needs-menu'] as const)(
    'the shortcut clips the link, and says that it did: %s',
    async (code) => {
      unreadable(code);
      expect(await clip(10, { menu })).toMatchObject({ ok: true });
      expect(await item(10)).toMatchObject({ kind: 'link' });
      expect(shown).toMatchObject([{ state: 'clipped', selectionUnseen: true }]);
    },
  );

  it('so it does in a viewer that lets scripts in, but keeps the selection', async () => {
    answers = [frame({ page: pageInfo({ mediaType: 'application/pdf' }) })];
    await clip(10);
    expect(shown).toMatchObject([{ state: 'clipped', selectionUnseen: true }]);
  });

  it('there is no doubt where the link was asked for, or the menu had the words', async () => {
    unreadable('pdf-needs-menu');
    await clip(10, { menu, intent: { what: 'page' } });
    await clip(11, {
      menu: { ...menu, selectionText: 'Tides repeat.' },
      intent: { what: 'selection' },
    });
    expect(shown).toHaveLength(2);
    for (const state of shown) expect(state).not.toHaveProperty('selectionUnseen');
  });

  it('and not on a page that says what is selected', async () => {
    answers = [frame()];
    await clip(10);
    expect(shown[0]).not.toHaveProperty('selectionUnseen');
  });
});

describe('an abstract page and its PDF are the same paper', () => {
  const address = 'https://arxiv.org/abs/2501.01234';
  const abstract = pageInfo({
    url: address,
    canonicalUrl: address,
    title: '[2501.01234] Tides and queries',
    cleanTitle: 'Tides and queries',
    author: 'Ada Example',
    published: '2025-01-03',
  });
  const clipPdf = (n: number, selectionText: string) => {
    unreadable('pdf-needs-menu');
    const pageUrl = 'https://arxiv.org/pdf/2501.01234v2#page=3';
    const menu = { pageUrl, tabTitle: '2501.01234v2.pdf', selectionText };
    return clip(n, { intent: { what: 'selection' }, menu });
  };
  const clipPage = (n: number, text: string) => {
    answers = [frame({ page: abstract, selection: { ...selection, text } })];
    deps.pages = { read: async () => ok(answers.map((answer, frameId) => ({ frameId, answer }))) };
    return clip(n);
  };
  const completed = {
    page: 3,
    sourceTitle: 'Tides and queries',
    sourceAuthor: 'Ada Example',
    sourcePublished: '2025-01-03',
    // The PDF's own facts stay.
    source: { title: '2501.01234v2.pdf', published: '2025-01', mediaType: 'application/pdf' },
  };

  it('whose quotes from the PDF are confirmed with their page, and no others', async () => {
    await clipPdf(10, 'So do queries.');
    await clipPage(11, 'Tides repeat.');
    expect(shown.map((state) => 'pdf' in state && state.pdf)).toEqual([{ page: 3 }, false]);
  });

  it('so a quote of the PDF is completed by the page clipped before', async () => {
    await clipPage(10, 'Tides repeat.');
    await clipPdf(11, 'So do queries.');
    expect(await item(11)).toMatchObject(completed);
  });

  it('or clipped after', async () => {
    await clipPdf(10, 'So do queries.');
    expect((await item<Quote>(10)).sourceTitle).toBeUndefined();
    await clipPage(11, 'Tides repeat.');
    expect(await item(10)).toMatchObject(completed);
  });

  it('and the same words of both were clipped before', async () => {
    await clipPage(10, 'Tides repeat.');
    expect(await clipPdf(11, 'Tides re-\npeat.')).toMatchObject({
      value: { outcome: 'clipped-before' },
    });
  });

  it('and a clip is kept where the others cannot be looked through', async () => {
    stores.items.ofPaper = async () => {
      throw new Error('no');
    };
    expect(await clipPage(10, 'Tides repeat.')).toMatchObject({ value: { outcome: 'clipped' } });
    expect(await item(10)).toMatchObject({ deletedAt: null });
  });
});

describe('where no script runs, the menu makes the clip', () => {
  const pdf = { pageUrl: 'https://papers.example/ring.pdf', tabTitle: 'Rings' };

  it('of a selection in a PDF, with its lines joined', async () => {
    unreadable();
    const menu = { ...pdf, selectionText: 'The inter-\noperability of *rings*' };
    expect(await clip(10, { intent: { what: 'selection' }, menu })).toMatchObject({ ok: true });
    expect(await item<Quote>(10)).toMatchObject({
      text: 'The interoperability of *rings*',
      markdown: 'The interoperability of \\*rings\\*',
      source: { url: pdf.pageUrl, title: 'Rings', mediaType: 'application/pdf' },
    });
  });

  it('also where a script runs but sees no selection (Chromium’s PDF viewer)', async () => {
    const url = pdf.pageUrl;
    const mediaType = 'application/pdf';
    answers = [frame({ page: pageInfo({ url, mediaType, title: '', cleanTitle: '' }) })];
    const menu = { ...pdf, selectionText: 'Rings\nall the way' };
    await clip(10, { intent: { what: 'selection' }, menu });
    expect(await item<Quote>(10)).toMatchObject({
      text: 'Rings all the way',
      source: { url, title: 'Rings', mediaType },
    });
  });

  it('of a local PDF, by its name and nothing of its path', async () => {
    unreadable();
    const menu = {
      pageUrl: 'file:///home/ada/secret/tides%20again.pdf#page=4',
      frameUrl: 'file:///home/ada/secret/tides%20again.pdf',
      selectionText: 'Tides re-\npeat.',
    };
    await clip(10, { intent: { what: 'selection' }, menu });
    await clip(11, { intent: { what: 'page' }, menu });
    expect(await item<Quote>(10)).toMatchObject({
      text: 'Tides repeat.',
      source: { url: '', canonicalUrl: '', title: 'tides again.pdf' },
    });
    expect(await item<LinkClip>(11)).toMatchObject({ title: 'tides again.pdf', url: '' });
    const told = JSON.stringify([stores.allItems(), shown]);
    expect(told).not.toMatch(/ada|secret|file:/);
  });

  it('of a link, a picture or the page', async () => {
    unreadable();
    deps.pictures = { read: async () => fail(failure('picture-not-kept')) };
    const menu = { pageUrl: 'https://a.example/x', tabTitle: 'X' };
    await clip(10, {
      intent: { what: 'link', linkUrl: 'https://b.example/?utm_source=a' },
      menu: { ...menu, linkText: ' B  site ' },
    });
    await clip(11, { intent: { what: 'picture', srcUrl: 'https://b.example/r.png' }, menu });
    await clip(12, { intent: { what: 'page' }, menu });
    expect(await item<LinkClip>(10)).toMatchObject({ title: 'B site', url: 'https://b.example/' });
    expect(await item<ImageClip>(11)).toMatchObject({ fileName: 'r.png', assetId: '' });
    expect(await item<LinkClip>(12)).toMatchObject({ title: 'X', url: 'https://a.example/x' });
  });
});

describe('a picture', () => {
  const picture = {
    alt: 'A ring',
    url: 'https://a.example/ring.jpg',
    linkUrl: 'javascript:alert(1)',
    box: null,
    viewport: { width: 800, height: 600 },
  };
  const intent = { what: 'picture', srcUrl: picture.url } as const;
  const gif = new TextEncoder().encode('GIF89a').buffer;
  const read = ok({ bytes: gif, mediaType: 'image/gif' });

  it('is written and confirmed before its bytes come, and gets them then', async () => {
    answers = [frame({ picture })];
    let send = () => {};
    deps.pictures = {
      read: () =>
        new Promise((resolve) => {
          send = () => resolve(read);
        }),
    };
    const clipping = clip(10, { intent });
    await eventually(() => expect(shown).toHaveLength(1));
    expect(stores.log).toEqual(['items.put', 'show clipped']);
    expect(shown).toMatchObject([{ state: 'clipped', pictureLoading: true }]);
    expect(await item<ImageClip>(10)).toMatchObject({ assetId: '', fileName: 'ring.jpg' });
    expect([...session.loading.values()]).toMatchObject([{ itemId: uuid(10), url: picture.url }]);
    send();
    await clipping;
    expect(stores.log.slice(2)).toEqual(['assets.put', 'items.update', 'show picture']);
    const { assetId } = await item<ImageClip>(10);
    expect(await item<ImageClip>(10)).toMatchObject({ alt: 'A ring', fileName: 'ring.gif' });
    expect((await stores.assets.get(assetId))?.mediaType).toBe('image/gif');
    expect(shown[1]).toEqual({ state: 'picture', clipId: uuid(10), outcome: 'kept' });
    expect(session.loading.size).toBe(0);
  });

  it('keeps what it was given while its own bytes were loading', async () => {
    answers = [frame({ picture })];
    const assetId = 'ab'.repeat(32);
    deps.pictures = {
      read: async () => {
        await eventually(() => expect(shown).toHaveLength(1));
        await stores.items.update(uuid(10), { assetId });
        return read;
      },
    };
    await clip(10, { intent });
    expect(await item<ImageClip>(10)).toMatchObject({ assetId, fileName: 'ring.jpg' });
  });

  it('says that it was cut from what was shown', async () => {
    answers = [frame({ picture })];
    deps.pictures = { read: async () => ok({ bytes: gif, mediaType: 'image/gif', cut: true }) };
    await clip(10, { intent });
    expect(shown[1]).toMatchObject({ state: 'picture', outcome: 'cut' });
  });

  it('is taken up again when the background was stopped meanwhile', async () => {
    answers = [frame({ picture })];
    deps.pictures = { read: () => new Promise(() => {}) };
    void clip(10, { intent });
    await eventually(() => expect(shown).toHaveLength(1));
    deps.pictures = { read: async () => read };
    await resumeLoading(deps);
    expect((await item<ImageClip>(10)).assetId).not.toBe('');
    expect(session.loading.size).toBe(0);
  });

  it('that was loading long ago is missing, and not read again', async () => {
    const since = '2020-01-01T00:00:00.000Z';
    session.loading.set(uuid(10), { itemId: uuid(10), tabId: 7, url: picture.url, since });
    deps.pictures = { read: () => Promise.reject(new Error('asked')) };
    await resumeLoading(deps);
    expect(session.loading.size).toBe(0);
    expect(shown).toEqual([]);
  });

  it('is clipped without its bytes where they cannot be had, and says so', async () => {
    deps.pictures = { read: () => Promise.reject(new Error('gone')) };
    answers = [frame({ picture })];
    await clip(10, { intent });
    expect(shown).toMatchObject([
      { state: 'clipped', pictureLoading: true },
      { state: 'picture', outcome: 'missing' },
    ]);
    expect(await item<ImageClip>(10)).toMatchObject({ assetId: '' });
    expect(session.loading.size).toBe(0);
  });

  it('that only its page can address keeps no address', async () => {
    answers = [frame({ picture: { ...picture, url: 'blob:https://a.example/1' } })];
    await clip(10, { intent: { what: 'picture', srcUrl: 'blob:https://a.example/1' } });
    // Its bytes are in the page's memory, and identify it: sha-256 of "abc".
    const assetId = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await item<ImageClip>(10)).toMatchObject({
      url: '',
      fileName: 'the-ring-buffer.png',
      assetId,
    });
    expect(shown).toHaveLength(1);
  });
});

describe('a failure', () => {
  const full = () => {
    stores.writeError = Object.assign(new Error('disk'), { code: 'storage-full' });
  };

  it('keeps what would have been clipped as Markdown', async () => {
    full();
    answers = [frame({ selection: { ...selection, markdown: 'One.\n\nTwo.' } })];
    expect(await clip(10)).toMatchObject({ ok: false, error: { code: 'storage-full' } });
    expect(shown).toMatchObject([
      {
        state: 'failed',
        failure: { code: 'storage-full' },
        markdown:
          '> One.\n>\n> Two.\n\n[The ring buffer](https://docs.tidepool.example/guide/?utm_source=x#ring)\n',
      },
    ]);
  });

  it('that may pass can be asked for again, and is then one clip', async () => {
    full();
    answers = [frame({ selection })];
    await clip(10, { intent: { what: 'selection' } });
    expect(shown).toMatchObject([
      { retry: { requestId: uuid(10), intent: { what: 'selection' } } },
    ]);
    stores.writeError = undefined;
    await clip(10, { intent: { what: 'selection' } });
    expect(shown[1]).toMatchObject({ state: 'clipped', itemId: uuid(10) });
  });

  it('that will not pass by itself is not offered again', async () => {
    answers = [frame()];
    await clip(10, { intent: { what: 'selection' } });
    expect(shown).toMatchObject([{ failure: { code: 'selection-empty' } }]);
    expect(shown[0]).not.toHaveProperty('retry');
  });

  it('that the page cannot show is kept for the popup', async () => {
    unreadable('store-page');
    deps.confirmer = { show: async () => false };
    expect(await clip(10)).toMatchObject({ error: { code: 'store-page' } });
    expect(session.failure).toEqual({ code: 'store-page', at: instant });
    expect(session.unsaved.size).toBe(0);
  });

  it('that cost no words is over with the next clip', async () => {
    session.failure = { code: 'store-page', at: instant };
    await clip(10);
    expect(session.failure).toBeUndefined();
  });

  it('keeps its words where no card is needed, before the card shows', async () => {
    full();
    deps.confirmer = {
      show: async (_, state) => {
        shown.push({ ...state, keptThen: session.unsaved.size } as never);
        return true;
      },
    };
    await clip(10);
    expect(shown).toMatchObject([{ state: 'failed', unsavedId: uuid(10), keptThen: 1 }]);
    expect(session.unsaved.get(uuid(10))).toMatchObject({
      id: uuid(10),
      tabId: 7,
      code: 'storage-full',
      at: instant,
      title: 'The ring buffer',
      markdown: expect.stringContaining('> Every append lands'),
    });
  });

  it('is a page that did not load, though the tab has its address', async () => {
    unreadable('page-not-loaded');
    const menu = { pageUrl: 'https://gone.example/', tabTitle: 'Problem loading page' };
    expect(await clip(10, { menu })).toMatchObject({ error: { code: 'page-not-loaded' } });
    expect(stores.allItems()).toEqual([]);
  });

  it('overwrites no other one', async () => {
    full();
    await clip(10);
    answers = [frame({ selection: { ...selection, text: 'Two.', markdown: 'Two.' } })];
    await clip(11);
    expect([...session.unsaved.keys()]).toEqual([uuid(10), uuid(11)]);
  });

  it('keeps the words alone where there is no room for more, and says where there is none', async () => {
    full();
    session.roomFor = 600;
    await clip(10);
    expect(session.unsaved.get(uuid(10))).not.toHaveProperty('candidate');
    session.roomFor = 10;
    await clip(11);
    expect(session.unsaved.has(uuid(11))).toBe(false);
    expect(shown.at(-1)).toMatchObject({ state: 'failed', markdown: expect.any(String) });
    expect(shown.at(-1)).not.toHaveProperty('unsavedId');
  });

  it('is over once the same clip is saved', async () => {
    full();
    await clip(10);
    stores.writeError = undefined;
    await clip(10);
    expect(session.unsaved.size).toBe(0);
  });

  it.each([
    ['a quote', () => frame({ selection }), 'here', { kind: 'quote', text: selection.text }],
    ['a link', () => frame(), 'page', { kind: 'link', title: 'The ring buffer' }],
  ] as const)('of %s can be clipped again without its page', async (_, answer, what, expected) => {
    full();
    answers = [answer()];
    await clip(10, { intent: { what } });
    unreadable('tab-gone');
    expect(await clipUnsaved(deps, uuid(10))).toMatchObject({ error: { code: 'storage-full' } });
    expect(session.unsaved.size).toBe(1);
    stores.writeError = undefined;
    expect(await clipUnsaved(deps, uuid(10))).toEqual(ok({ itemId: uuid(10), outcome: 'clipped' }));
    expect(await item(10)).toMatchObject({ ...expected, source: { url: page.url } });
    expect(session.unsaved.size).toBe(0);
    expect(await clipUnsaved(deps, uuid(10))).toMatchObject({ error: { code: 'clip-gone' } });
  });

  it('that the popup shows itself is nowhere else', async () => {
    unreadable();
    await clip(10, { callerReports: true });
    expect(shown).toEqual([]);
  });

  it.each([
    ['nothing is selected', () => [frame()], 'selection-empty'],
    [
      'a PDF’s selection needs the menu',
      () => [frame({ page: pageInfo({ mediaType: 'application/pdf' }) })],
      'pdf-needs-menu',
    ],
    [
      'the selection is too long',
      () => [frame({ hasSelection: true, error: 'selection-too-long' })],
      'selection-too-long',
    ],
    [
      'another frame’s error is none',
      () => [frame(), frame({ frame: { top: false, focused: false }, error: 'capture-failed' })],
      'selection-empty',
    ],
    ['no frame answers', () => [], 'capture-failed'],
  ])('says that %s', async (_, frames, code) => {
    answers = frames();
    expect(await clip(10, { intent: { what: 'selection' } })).toMatchObject({ error: { code } });
    expect(stores.allItems()).toEqual([]);
  });

  it('is a link that leads nowhere a post could go', async () => {
    answers = [frame()];
    const intent = { what: 'link', linkUrl: 'javascript:alert(1)' } as const;
    expect(await clip(10, { intent })).toMatchObject({ error: { code: 'link-not-clippable' } });
  });
});

describe('a page that takes its time', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const readAfter = (ms: number) => {
    const { read } = deps.pages;
    deps.pages = {
      read: async (...asked) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return read(...asked);
      },
    };
  };
  const told = async (ms: number, changes: Partial<ClipRequest> = {}) => {
    readAfter(ms);
    const clipping = clip(10, changes);
    await vi.advanceTimersByTimeAsync(ms + 10);
    await clipping;
    return stores.log.filter((line) => /^show|^badge rea/.test(line));
  };

  it('is said to be read, until the outcome takes the place of that', async () => {
    expect(await told(900)).toEqual([
      'badge reading',
      'show reading',
      'badge read',
      'show clipped',
    ]);
  });

  it('says nothing of the kind where that would only flash', async () => {
    expect(await told(400)).toEqual(['show clipped']);
  });

  it('is said to be read before, where much is to be read', async () => {
    const { read } = deps.pages;
    deps.pages = {
      read: async (tabId, request, options) => {
        stores.log.push('ask page');
        await options?.beforeLongRead?.();
        stores.log.push('read page');
        return read(tabId, request);
      },
    };
    const clipping = clip(10);
    await vi.advanceTimersByTimeAsync(60);
    await clipping;
    expect(stores.log.filter((line) => /page$|^show/.test(line))).toEqual([
      'ask page',
      'show reading',
      'read page',
      'show clipped',
    ]);
  });

  it('leaves it to the popup, where that asked', async () => {
    expect(await told(900, { callerReports: true })).toEqual(['show clipped']);
  });

  it('and never answers is not taken for one with nothing selected', async () => {
    const menu = { pageUrl: pageInfo().url, tabTitle: 'Rings' };
    unreadable('page-silent');
    expect(await clip(10, { menu })).toEqual(fail(failure('page-silent')));
    expect(shown).toMatchObject([{ state: 'failed', retry: { intent: { what: 'here' } } }]);
    expect(await clip(11, { menu, intent: { what: 'page' } })).toMatchObject({ ok: true });
  });
});

describe('no frame is waited for', () => {
  const inPage = { frameId: 0, pageUrl: pageInfo().url };
  const elsewhere = { ...inPage, frameId: 4, selectionText: 'inner' };
  const unfocused = { top: true, focused: false };
  const linkUrl = 'https://b.example/';
  const picture = {
    ...{ alt: '', url: linkUrl, linkUrl: '', box: null },
    viewport: { width: 1, height: 1 },
  };
  const here = { what: 'here' } as const;

  it.each<[boolean, string, Partial<ClipRequest>, Capture]>([
    [true, 'what is selected is where the keyboard is', { intent: here }, frame({ selection })],
    [false, 'nothing is selected in the page', { intent: here }, frame()],
    [false, 'the keyboard is elsewhere', { intent: here }, frame({ selection, frame: unfocused })],
    [
      false,
      'the menu was opened in a frame',
      { intent: here, menu: elsewhere },
      frame({ selection }),
    ],
    [true, 'the page as a whole is meant', { intent: { what: 'page' } }, frame()],
    [
      true,
      'the link is in the page, as the menu says',
      { intent: { what: 'link', linkUrl }, menu: inPage },
      frame({ linkText: 'B' }),
    ],
    [
      false,
      'the link may be in any frame',
      { intent: { what: 'link', linkUrl } },
      frame({ linkText: 'B' }),
    ],
    [
      true,
      'the picture is in the page, as the menu says',
      { intent: { what: 'picture', srcUrl: linkUrl }, menu: inPage },
      frame({ picture }),
    ],
  ])('%s: %s', async (expected, _, request, page) => {
    answers = [page];
    const { read } = deps.pages;
    const enough: unknown[] = [];
    deps.pages = {
      read: async (tabId, asked, options) => {
        enough.push(await options?.isEnough?.(page));
        return read(tabId, asked);
      },
    };
    await clip(10, request);
    expect(enough).toEqual([expected]);
  });
});

describe('a frame that was late', () => {
  const late = () => {
    deps.pages = {
      read: async () =>
        ok([
          ...answers.map((answer, frameId) => ({ frameId, answer })),
          { frameId: -1, late: true as const },
        ]),
    };
  };

  it('is left out, and said to be where the keyboard was in it', async () => {
    const focusedEmbed = 'https://docs.tidepool.example/inner';
    answers = [frame({ frame: { top: true, focused: false, focusedEmbed } })];
    late();
    expect(await clip(10)).toMatchObject({ ok: true });
    expect(shown).toMatchObject([{ state: 'clipped', frameLate: true }]);
    expect(await item(10)).toMatchObject({ kind: 'link' });
  });

  it('is no matter where the keyboard was in the page', async () => {
    late();
    await clip(10);
    expect(shown[0]).not.toHaveProperty('frameLate');
    expect(await item(10)).toMatchObject({ kind: 'quote' });
  });
});
