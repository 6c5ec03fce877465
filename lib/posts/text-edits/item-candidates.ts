import { mergeText } from '../../core/merge/merge-text.ts';
import type { ItemEdits } from '../../core/post/edits.ts';
import type { ImageClip, Item, LinkClip, Moment, Quote } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { readFigure } from '../../markdown/figure.ts';
import { plainAddress } from '../../markdown/linked-addresses.ts';
import { readBlocks } from '../../markdown/read.ts';
import { renderAttribution, renderSourceLink } from '../../render/items/attribution.ts';
import { renderBlock } from '../../render/items/render-item.ts';
import { piecesOf } from '../open-post.ts';
import { readPiece } from '../read-piece.ts';

/** A block's Markdown before and after it was changed as text; line ends are `\n`. */
interface Texts {
  old: string;
  fresh: string;
}

/**
 * Yields possible changes of an item that make it say a text, the smallest first; the caller tries
 * them. Parts of a template are handled in `by-hand.ts`.
 * @param item as it is shown: without a source if another block names it for both
 */
export function* itemCandidates(item: Item, texts: Texts, profile: Profile): Generator<ItemEdits> {
  if (item.hidden) return yield* hiddenCandidates(item, texts, profile);
  const inComment = insideComment(texts.fresh);
  if (inComment !== undefined) {
    for (const edits of shownCandidates(item, { old: texts.old, fresh: inComment }, profile)) {
      yield { ...edits, hidden: true };
    }
  }
  yield* shownCandidates(item, texts, profile);
}

const insideComment = (text: string) =>
  /^<!--\n\n([\s\S]*)\n\n-->$/.exec(text)?.[1]?.replace(/--(!?)&gt;/g, '--$1>');

/**
 * Does the same for a block of an opened post, which has its author's formatting: what is read from
 * the new text, compared with the old.
 */
export function* readCandidates(item: Item, { old, fresh }: Texts): Generator<ItemEdits> {
  const [before, now] = [old, fresh].map((text) => {
    const { pieces } = piecesOf(text);
    return pieces.length === 1 && pieces[0] ? readPiece(pieces[0]) : undefined;
  });
  if (now?.kind !== item.kind) return;
  if (now.kind !== 'quote') {
    const { kind: _, ...fields } = now;
    const { asTyped: _typed, mediaUrl: _media, ...edits } = { asTyped: 0, mediaUrl: '', ...fields };
    if (item.kind !== 'moment') return yield edits as ItemEdits;
    const { url: _url, ...others } = edits as ItemEdits;
    return yield others;
  }
  if (item.kind !== 'quote') return;
  const said = before?.kind === 'quote' ? before : undefined;
  const own =
    said?.attribution === now.attribution && said.attributionLabel === now.attributionLabel
      ? {}
      : {
          attribution: now.attribution,
          attributionLabel: now.attributionLabel,
          labelIsMarkdown: true,
        };
  const words = [carried(said?.markdown ?? '', now.markdown, item.editedMarkdown ?? item.markdown)];
  for (const text of uniqueTexts([...words, now.markdown])) {
    yield { ...own, editedMarkdown: text === item.markdown ? null : text };
  }
}

function* hiddenCandidates(item: Item, { old, fresh }: Texts, profile: Profile) {
  const shown = { ...item, hidden: false };
  const before = insideComment(old) ?? old;
  const inside = insideComment(fresh);
  if (inside !== undefined) {
    yield* shownCandidates(shown, { old: before, fresh: inside }, profile);
    return;
  }
  // Its comment marks were removed.
  for (const edits of shownCandidates(shown, { old: before, fresh }, profile)) {
    yield { ...edits, hidden: false };
  }
}

function* shownCandidates(item: Item, texts: Texts, profile: Profile): Generator<ItemEdits> {
  // It may only have been hidden, or shown.
  if (texts.old === texts.fresh) yield {};
  switch (item.kind) {
    case 'note':
      return yield* noteCandidates(item, texts, profile);
    case 'section':
      return yield* sectionCandidates(item.note, texts);
    case 'raw':
    case 'part':
      return yield { note: texts.fresh };
    case 'link':
    case 'moment':
      return yield* linkCandidates(item, texts, profile);
    case 'image':
      return yield* imageCandidates(item, texts, profile);
    case 'quote':
      return yield* quoteCandidates(item, texts, profile);
  }
}

/** Returns the content of a list item with the profile's mark; undefined for anything else. */
export function insideBullet(text: string, { bullet }: Profile): string | undefined {
  const [first = '', ...others] = text.split('\n');
  if (!first.startsWith(`${bullet} `)) return undefined;
  return [first.slice(2), ...others.map((line) => line.replace(/^ {2}/, ''))].join('\n');
}

const uniqueTexts = (texts: readonly (string | undefined)[]) => [
  ...new Set(texts.filter((text) => text !== undefined)),
];

/** Applies the change of a text to another form of it; undefined if the two can't be merged. */
function carried(old: string, fresh: string, form: string): string | undefined {
  const { text, clash } = mergeText(old, fresh, form);
  return clash ? undefined : text;
}

function* noteCandidates(
  { note, form }: Extract<Item, { kind: 'note' }>,
  { old, fresh }: Texts,
  profile: Profile,
): Generator<ItemEdits> {
  const inside = insideBullet(fresh, profile);
  if (form === 'bullet' && inside !== undefined) {
    const before = insideBullet(old, profile) ?? old;
    for (const text of uniqueTexts([carried(before, inside, note), inside])) yield { note: text };
  }
  if (form === 'paragraph') {
    if (inside !== undefined) yield { form: 'bullet', note: inside };
    for (const text of uniqueTexts([carried(old, fresh, note), fresh])) yield { note: text };
  } else yield { form: 'paragraph', note: fresh };
}

const levels = ['h1', 'h2', 'h3', 'h4'] as const;

/** Returns the fields of a heading; undefined if no section can have it. */
export function asHeading(
  text: string,
): { form: (typeof levels)[number]; note: string } | undefined {
  const [, marks = '', note = ''] = /^(#{1,4}) (\S.*)$/.exec(text) ?? [];
  const form = levels[marks.length - 1];
  return form && { form, note };
}

function* sectionCandidates(note: string, { old, fresh }: Texts): Generator<ItemEdits> {
  const [before, heading] = [asHeading(old), asHeading(fresh)];
  if (heading) {
    for (const text of uniqueTexts([
      carried(before?.note ?? old, heading.note, note),
      heading.note,
    ])) {
      yield { form: heading.form, note: text };
    }
  } else {
    for (const text of uniqueTexts([before ? undefined : carried(old, fresh, note), fresh])) {
      yield { form: 'lead-in', note: text };
    }
  }
}

/** Returns the plain text in a link's brackets. */
const unescaped = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');

function* linkCandidates(
  clip: LinkClip | Moment,
  { fresh }: Texts,
  profile: Profile,
): Generator<ItemEdits> {
  const inside = insideBullet(fresh, profile);
  const form = inside === undefined ? 'paragraph' : 'bullet';
  const content = inside ?? fresh;
  const withForm: ItemEdits = form === clip.form ? {} : { form };
  // Only the link, for the note's `{link}`.
  const bare = renderBlock({ ...clip, note: '', form: 'paragraph' }, profile).markdown;
  const asksForLink = clip.note.includes('{link}');
  if (asksForLink && content.includes(bare)) {
    yield { ...withForm, note: content.replaceAll(bare, '{link}') };
  }
  if (content.startsWith(bare)) {
    yield { ...withForm, note: content.slice(bare.length).trim() };
  }
  const asWhole: ItemEdits = { ...withForm, note: content };
  // The note contains the link itself.
  if (!asksForLink && clip.note.includes('](')) yield asWhole;
  const link = readBlocks(content)[0]?.links.find(({ isImage }) => !isImage);
  if (link === undefined) return yield asWhole;
  const [label, address] = [link.label, link.address].map(({ start, end }) =>
    content.slice(start, end),
  );
  const rest = content.slice(link.end).trim();
  const notes = asksForLink
    ? [`${content.slice(0, link.start)}{link}${content.slice(link.end)}`]
    : [rest, withoutDate(rest)];
  for (const note of uniqueTexts(notes)) {
    if (clip.kind === 'link') {
      const title = unescaped(label ?? '').replace(/\s+/g, ' ');
      yield { ...withForm, title, url: plainAddress(address ?? ''), note };
      yield { ...withForm, title, note };
      yield { ...withForm, url: plainAddress(address ?? ''), note };
      continue;
    }
    const [piece] = piecesOf(`* ${content.slice(link.start, link.end)}`).pieces;
    const read = piece && readPiece(piece);
    if (read?.kind !== 'moment') continue;
    const { startSeconds, endSeconds } = read;
    yield { ...withForm, startSeconds, endSeconds, note };
  }
}

/** A paper's date after its link comes from its facts. */
const withoutDate = (rest: string) => /^\([^()]*\)\s*([\s\S]*)$/.exec(rest)?.[1];

const picture =
  /^(?:\[(?=!.*\]\())?!\[((?:[^\][\\]|\\.)*)\]\((<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)(?:\]\((<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\))?$/;

function* imageCandidates(
  clip: ImageClip,
  { old, fresh }: Texts,
  profile: Profile,
): Generator<ItemEdits> {
  const bare = renderBlock({ ...clip, note: '' }, profile).markdown;
  const before = old.endsWith(bare) ? old.slice(0, -bare.length).trimEnd() : '';
  const at = fresh.lastIndexOf('\n\n');
  const figure = readFigure(fresh.slice(at < 0 ? 0 : at + 2));
  if (figure && !fresh.endsWith(bare)) {
    const { alt, path, linkUrl, caption } = figure;
    const known = readFigure(bare);
    const edits = { alt, linkUrl, ...(path === known?.path ? {} : { path }) };
    const note = carried(before, fresh.slice(0, Math.max(0, at)), clip.note) ?? clip.note;
    yield { ...edits, ...(caption === (clip.caption ?? '') ? {} : { caption }), note };
  }
  const [, alt, path, linkUrl] = picture.exec(fresh.slice(at < 0 ? 0 : at + 2)) ?? [];
  const endsBare = fresh.endsWith(bare);
  const words = endsBare ? fresh.slice(0, -bare.length).trimEnd() : fresh.slice(0, Math.max(0, at));
  const [, , oldPath] = picture.exec(bare) ?? [];
  const shown =
    endsBare || alt === undefined || path === undefined
      ? {}
      : {
          alt: unescaped(alt),
          linkUrl: plainAddress(linkUrl ?? ''),
          ...(path === oldPath ? {} : { path: plainAddress(path) }),
        };
  for (const note of uniqueTexts([carried(before, words, clip.note), words])) {
    yield { ...shown, note };
  }
}

interface QuoteTexts {
  leadIn: string;
  words: string;
  /** The text that ends it, as written; '' for none. */
  attribution: string;
}

/**
 * Returns the parts of a quote as written in a post; undefined if it does not end with a block
 * quote.
 */
function readQuote(text: string, attribution: string): QuoteTexts | undefined {
  const lines = text.split('\n');
  let first = lines.length;
  while (first > 0 && lines[first - 1]?.startsWith('>')) first--;
  if (first === lines.length) return undefined;
  const inner = lines
    .slice(first)
    .map((line) => line.replace(/^> ?/, ''))
    .join('\n');
  const leadIn = lines.slice(0, first).join('\n').trimEnd();
  if (attribution !== '') {
    // Wrapping may have broken its lines.
    const written = attribution.trim().split(/\s+/).map(escaped).join('\\s+');
    const known = new RegExp(`(?:^|\\s+)--\\s+${written}$`).exec(inner);
    if (known) return { leadIn, words: inner.slice(0, known.index), attribution };
  }
  return { leadIn, words: inner, attribution: '' };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Returns a possible source at the end of a quote's words. */
function ownSource(words: string): { words: string; source: string } | undefined {
  const found = [...words.matchAll(/(?:^|\s)--\s+/g)].at(-1);
  if (found === undefined) return undefined;
  const source = words.slice(found.index + found[0].length).replace(/\s+/g, ' ');
  return source === '' ? undefined : { words: words.slice(0, found.index).trimEnd(), source };
}

function* quoteCandidates(
  quote: Quote,
  { old, fresh }: Texts,
  profile: Profile,
): Generator<ItemEdits> {
  const inside = insideBullet(fresh, profile);
  const form = inside === undefined ? 'quote' : 'bullet';
  const attribution = renderAttribution(quote, profile);
  const isBullet = quote.form === 'bullet';
  const before = readQuote((isBullet ? insideBullet(old, profile) : old) ?? old, attribution);
  const now = readQuote(inside ?? fresh, attribution);
  if (!before || !now) return;
  const withForm: ItemEdits = form === quote.form ? {} : { form };
  const own = now.attribution === '' ? ownSource(now.words) : undefined;
  const sources: { words: string; edits: ItemEdits }[] = [
    ...(now.attribution === before.attribution ? [{ words: now.words, edits: {} }] : []),
    ...(own
      ? [
          {
            words: own.words,
            edits: { attribution: 'custom', attributionLabel: own.source, labelIsMarkdown: true },
          } as const,
        ]
      : []),
    ...(now.attribution === '' && before.attribution !== ''
      ? [{ words: now.words, edits: { attribution: 'none' } } as const]
      : []),
  ];
  for (const { words, edits } of sources) {
    for (const said of quoteWords(quote, before.words, words)) {
      for (const note of leadIns(quote, before.leadIn, now.leadIn, profile)) {
        yield { ...withForm, ...edits, ...said, ...note };
      }
    }
  }
}

function* quoteWords(quote: Quote, old: string, fresh: string): Generator<ItemEdits> {
  if (old === fresh) yield {};
  const { editedMarkdown, markdown } = quote;
  const texts = [carried(old, fresh, editedMarkdown ?? markdown), fresh];
  for (const text of uniqueTexts(texts)) {
    // Restoring the captured words counts as no change.
    yield { editedMarkdown: text === markdown ? null : text };
  }
}

function* leadIns(
  quote: Quote,
  old: string,
  fresh: string,
  profile: Profile,
): Generator<ItemEdits> {
  if (old === fresh) {
    yield {};
    return;
  }
  const link = quote.note.includes('{link}') ? renderSourceLink(quote, profile) : undefined;
  const texts = [
    link !== undefined && fresh.includes(link) ? fresh.replaceAll(link, '{link}') : undefined,
    link === undefined ? carried(old, fresh, quote.note) : undefined,
    fresh,
  ];
  for (const note of uniqueTexts(texts)) yield { note };
}
