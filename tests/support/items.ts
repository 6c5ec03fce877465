import type {
  LinkClip,
  Note,
  Part,
  Quote,
  Raw,
  Section,
  SourcedClip,
} from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { Source } from '../../lib/core/source/source.ts';

/** Complete records for tests; each test sets only what it is about. */

const instant = '2026-11-20T10:00:00.000Z';
let count = 0;
const nextId = () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;

const record = { createdAt: instant, updatedAt: instant, deletedAt: null };

export function createSource(changes: Partial<Source> = {}): Source {
  const url = changes.canonicalUrl ?? 'https://example.org/docs/intro/';
  return {
    url,
    canonicalUrl: url,
    title: 'Introduction | Example',
    cleanTitle: 'Introduction',
    siteName: 'Example',
    author: '',
    published: '',
    description: '',
    mediaType: 'text/html',
    language: 'en',
    headingId: '',
    heading: '',
    selectors: [],
    capturedAt: instant,
    ...changes,
  };
}

function createPlace() {
  const id = nextId();
  const order = `a${id.slice(-6)}`;
  return { id, wrapUpId: '00000000-0000-4000-8000-999999999999', order, hidden: false, ...record };
}

export function createQuote(changes: Partial<Quote> = {}): Quote {
  const markdown = changes.markdown ?? changes.text ?? 'Words of the page.';
  return {
    kind: 'quote',
    ...createPlace(),
    note: '',
    source: createSource(),
    fingerprint: '',
    form: 'quote',
    text: markdown,
    markdown,
    editedMarkdown: null,
    attribution: 'host-path',
    attributionLabel: '',
    ...changes,
  };
}

export function createLink(changes: Partial<LinkClip> = {}): LinkClip {
  const url = changes.url ?? 'https://example.org/tool/';
  return {
    kind: 'link',
    ...createPlace(),
    note: '',
    source: createSource({ canonicalUrl: url }),
    fingerprint: '',
    form: 'bullet',
    title: 'tool',
    url,
    ...changes,
  };
}

export function createImage(
  changes: Partial<Extract<SourcedClip, { kind: 'image' }>> = {},
): Extract<SourcedClip, { kind: 'image' }> {
  return {
    kind: 'image',
    ...createPlace(),
    note: '',
    source: createSource(),
    fingerprint: '',
    alt: '',
    url: 'https://example.org/picture.png',
    path: '',
    fileName: '',
    linkUrl: '',
    assetId: '',
    ...changes,
  };
}

export function createMoment(
  changes: Partial<Extract<SourcedClip, { kind: 'moment' }>> = {},
): Extract<SourcedClip, { kind: 'moment' }> {
  return {
    kind: 'moment',
    ...createPlace(),
    note: '',
    source: createSource(),
    fingerprint: '',
    form: 'bullet',
    startSeconds: 0,
    endSeconds: null,
    mediaTitle: '',
    mediaUrl: 'https://video.example/watch/12',
    chapter: '',
    caption: '',
    checkTime: false,
    ...changes,
  };
}

export function createNote(changes: Partial<Note> = {}): Note {
  return { kind: 'note', ...createPlace(), form: 'paragraph', note: 'Own words.', ...changes };
}

export function createSection(changes: Partial<Section> = {}): Section {
  return { kind: 'section', ...createPlace(), form: 'lead-in', note: 'Highlights:', ...changes };
}

export function createRaw(changes: Partial<Raw> = {}): Raw {
  return { kind: 'raw', ...createPlace(), note: '<b>Own</b> words.', ...changes };
}

export function createPart(changes: Partial<Part> = {}): Part {
  return {
    kind: 'part',
    ...createPlace(),
    ...{ part: 'intro', byHand: false, note: '', base: '' },
    ...changes,
  };
}

export function createWrapUp(changes: Partial<WrapUp> = {}): WrapUp {
  return {
    id: '00000000-0000-4000-8000-999999999999',
    title: 'Rustling Meetup #12 wrap-up',
    slug: 'rustling-meetup-12-wrap-up',
    date: '2026-11-20T10:30:00+01:00',
    draft: true,
    tags: ['summary', 'meetup'],
    event: { name: '', url: '', startsAt: '', timeZone: '' },
    venue: { name: '', url: '' },
    venueAddress: '',
    organiser: { name: '', url: '' },
    speakers: [],
    recording: { url: '', picture: '', pictureAlt: '' },
    footer: '',
    extraFields: [],
    archivedAt: null,
    ...record,
    ...changes,
  };
}

export function createSpeaker(
  changes: Partial<WrapUp['speakers'][number]> = {},
): WrapUp['speakers'][number] {
  return {
    id: nextId(),
    name: 'Ada Example',
    url: '',
    role: '',
    rolePosition: 'after',
    affiliation: { name: '', url: '' },
    ...changes,
  };
}
