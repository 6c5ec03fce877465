import type { ImageClip, Note, Part, Quote } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { PageInfo, Source } from '../../lib/core/source/source.ts';

export const instant = '2026-03-19T09:30:00.000Z';

/** Returns a UUID that shows its number: `uuid(7)` ends with 7. */
export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export const wrapUpId = uuid(1);

export function pageInfo(changes: Partial<PageInfo> = {}): PageInfo {
  return {
    url: 'https://docs.tidepool.example/guide/?utm_source=x#ring',
    canonicalUrl: 'https://docs.tidepool.example/guide/',
    title: 'The ring buffer · Tidepool docs',
    cleanTitle: 'The ring buffer',
    siteName: 'Tidepool docs',
    author: '',
    published: '',
    description: '',
    mediaType: 'text/html',
    language: 'en',
    ...changes,
  };
}

export function source(changes: Partial<Source> = {}): Source {
  return {
    ...pageInfo(),
    headingId: '',
    heading: '',
    selectors: [],
    capturedAt: instant,
    ...changes,
  };
}

export function wrapUp(changes: Partial<WrapUp> = {}): WrapUp {
  return {
    id: wrapUpId,
    title: 'Rustling Meetup #12 wrap-up',
    slug: 'rustling-meetup-12-wrap-up',
    date: '2026-03-19T10:30:00+01:00',
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
    createdAt: instant,
    updatedAt: instant,
    deletedAt: null,
    ...changes,
  };
}

const place = (n: number) => ({
  id: uuid(n),
  wrapUpId,
  order: `a${n % 10}`,
  hidden: false,
  createdAt: instant,
  updatedAt: instant,
  deletedAt: null,
});

const clip = (n: number) => ({
  ...place(n),
  note: '',
  source: source(),
  fingerprint: `fingerprint-${n}`,
});

export function quote(n: number, changes: Partial<Quote> = {}): Quote {
  return {
    kind: 'quote',
    ...clip(n),
    form: 'quote',
    text: `Every append lands in ring ${n}.`,
    markdown: `Every append lands in ring ${n}.`,
    editedMarkdown: null,
    attribution: 'host-path',
    attributionLabel: '',
    ...changes,
  };
}

export function image(n: number, changes: Partial<ImageClip> = {}): ImageClip {
  return {
    kind: 'image',
    ...clip(n),
    alt: 'The ring, drawn as a clock',
    url: 'https://docs.tidepool.example/ring.png',
    path: '',
    fileName: 'ring.png',
    linkUrl: '',
    assetId: '',
    ...changes,
  };
}

export function note(n: number, changes: Partial<Note> = {}): Note {
  return {
    kind: 'note',
    ...place(n),
    form: 'paragraph',
    note: 'A paragraph of one’s own.',
    ...changes,
  };
}

export function part(n: number, changes: Partial<Part> = {}): Part {
  return {
    kind: 'part',
    ...place(n),
    part: 'thanks',
    byHand: false,
    note: '',
    base: '',
    ...changes,
  };
}
