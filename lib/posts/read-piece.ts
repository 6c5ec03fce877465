import { hostPath } from '../core/address/label.ts';
import { parseTimeLabel } from '../core/media/time-label.ts';
import type { ImageClip, LinkClip, Moment, Note, Quote, Raw, Section } from '../core/post/item.ts';
import { readFigure } from '../markdown/figure.ts';
import { linkedAddresses, plainAddress } from '../markdown/linked-addresses.ts';
import { readBlocks } from '../markdown/read.ts';
import { momentOf } from '../sites/media-address.ts';
import type { Piece } from './open-post.ts';

/** The content of a piece, as the fields of an item. Line ends in it are `\n`. */
export type PieceFields =
  | Pick<Section, 'kind' | 'form' | 'note'>
  | Pick<Note, 'kind' | 'form' | 'note' | 'asTyped'>
  | Pick<Raw, 'kind' | 'note'>
  | Pick<LinkClip, 'kind' | 'form' | 'title' | 'url' | 'note'>
  | Pick<ImageClip, 'kind' | 'alt' | 'path' | 'linkUrl' | 'caption'>
  | (Pick<Moment, 'kind' | 'form' | 'startSeconds' | 'endSeconds' | 'mediaUrl' | 'note'> & {
      url: string;
    })
  | (Pick<Quote, 'kind' | 'text' | 'markdown' | 'attribution' | 'attributionLabel'> & {
      url: string;
      title: string;
    });

/**
 * Reads a piece as one of the kinds of items. Anything without its own kind is raw.
 * @param before the previous piece, which may name the source of a quote
 */
export function readPiece(piece: Piece, before?: Piece): PieceFields {
  const text = piece.text.replace(/\r\n?/g, '\n');
  const raw: PieceFields = { kind: 'raw', note: text };
  switch (piece.kind) {
    case 'heading':
      return readHeading(text) ?? raw;
    case 'shortcode':
    case 'html':
      return readOwnPicture(text) ?? raw;
    case 'paragraph':
      return (
        readPicture(text.trim()) ??
        readOwnPicture(text) ?? { kind: 'note', form: 'paragraph', note: text, asTyped: true }
      );
    case 'bullet':
      return readBullet(text);
    case 'quote':
      return readQuote(text, before) ?? raw;
    default:
      return raw;
  }
}

const levels = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4' } as const;

function readHeading(text: string): PieceFields | undefined {
  const [, marks, words = ''] = /^ {0,3}(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$/.exec(text) ?? [];
  if (marks !== undefined) {
    const form = levels[marks.length as keyof typeof levels];
    return form && { kind: 'section', form, note: words };
  }
  // A heading with several lines above its underline is left alone.
  const [, title, line] = /^[ \t]*(\S[^\n]*?)[ \t]*\n {0,3}(=|-)+[ \t]*$/.exec(text) ?? [];
  return title === undefined
    ? undefined
    : { kind: 'section', form: line === '=' ? 'h1' : 'h2', note: title };
}

/** An address that Markdown can contain unescaped: no brackets around it, no title after it. */
const destination = '((?:[^\\s()<>\\\\]|\\([^\\s()<>\\\\]*\\))*)';
const picture = new RegExp(`^!\\[([^\\]\\[\\\\*_\`<&\\n]*)\\]\\(${destination}\\)$`);
const linkedPicture = new RegExp(
  `^\\[!\\[([^\\]\\[\\\\*_\`<&\\n]*)\\]\\(${destination}\\)\\]\\(${destination}\\)$`,
);

/** Reads a paragraph that is only a picture, linked or not. */
function readPicture(text: string): PieceFields | undefined {
  const found = picture.exec(text) ?? linkedPicture.exec(text);
  const [, alt = '', path = '', linkUrl = ''] = found ?? [];
  return found && path !== '' ? { kind: 'image', alt, path, linkUrl } : undefined;
}

/** Reads a picture written with Hugo's shortcode or as HTML. */
function readOwnPicture(text: string): PieceFields | undefined {
  const figure = readFigure(text);
  if (!figure) return undefined;
  const { alt, path, linkUrl, caption } = figure;
  return { kind: 'image', alt, path, linkUrl, ...(caption === '' ? {} : { caption }) };
}

/** Returns the content of a list item, without its mark and the indentation of its lines. */
function contentOf(text: string): string {
  const [mark = '', spaces = ''] = /^ {0,3}[-*+](?=([ \t]*))/.exec(text) ?? [];
  const width = mark.length + (spaces.length > 4 || spaces === '' ? 1 : spaces.length);
  const [first = '', ...others] = text.split('\n');
  const indent = new RegExp(`^ {1,${width}}`);
  return [first.slice(width), ...others.map((line) => line.replace(indent, ''))].join('\n');
}

function readBullet(text: string): PieceFields {
  const content = contentOf(text);
  const note: PieceFields = { kind: 'note', form: 'bullet', note: content, asTyped: true };
  const [block, ...others] = readBlocks(content);
  const link = block?.links[0];
  if (!block || !link || others.length > 0 || link.start !== 0 || link.isImage) return note;
  const title = content.slice(link.label.start, link.label.end).replace(/\s+/g, ' ');
  const url = plainAddress(content.slice(link.address.start, link.address.end));
  // A link with markup in its text, or with a title, does not fit into a link's fields.
  const isPlain = !/[*_`[\]\\<>&]/.test(title) && link.end - link.address.end === 1;
  if (!isPlain || url === '' || !/^[a-z][a-z\d+.-]*:/i.test(url)) return note;
  const words = content.slice(link.end).trim();
  return readMoment(title, url, words) ?? { kind: 'link', form: 'bullet', title, url, note: words };
}

/** Reads a time that links to that time of a recording. */
function readMoment(title: string, url: string, note: string): PieceFields | undefined {
  const [from = '', to] = title.split(/\s*[–-]\s*/);
  const startSeconds = parseTimeLabel(from);
  const endSeconds = to === undefined ? null : parseTimeLabel(to);
  const at = momentOf(url);
  if (startSeconds === undefined || endSeconds === undefined || at === undefined) return undefined;
  return { kind: 'moment', form: 'bullet', startSeconds, endSeconds, mediaUrl: url, note, url };
}

function readQuote(text: string, before: Piece | undefined): PieceFields | undefined {
  const inner = text
    .split('\n')
    .map((line) => line.replace(/^ {0,3}> ?/, ''))
    .join('\n')
    // The indentation of a first line may be that of code.
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const { words, attribution } = splitAttribution(inner);
  if (words === '') return undefined;
  const own = linkedAddresses(attribution)[0];
  const beside = before?.kind === 'paragraph' || before?.kind === 'bullet' ? before.text : '';
  const url = own ?? (attribution === '' ? linkedAddresses(beside).at(-1) : undefined) ?? '';
  const isHostPath = own !== undefined && attribution === `[${hostPath(own)}](${own})`;
  return {
    kind: 'quote',
    text: wordsIn(words),
    markdown: words,
    attribution: attribution === '' ? 'none' : isHostPath ? 'host-path' : 'custom',
    attributionLabel: isHostPath ? '' : attribution,
    url,
    title: isHostPath || own === undefined ? '' : titleIn(attribution),
  };
}

/** The longest text that names a source; a longer one is a sentence with a dash in it. */
const longestAttribution = 500;

/**
 * Splits off what follows the last dash in a quote's last paragraph, if it contains a link or
 * begins a line; a dash within a sentence names no source.
 */
function splitAttribution(inner: string): { words: string; attribution: string } {
  const start = inner.lastIndexOf('\n\n') + 1;
  const dashes = [...inner.slice(start).matchAll(/(^|\s)(?:--|[–—])\s+/g)];
  const last = dashes.at(-1);
  if (last === undefined) return { words: inner, attribution: '' };
  const at = start + last.index;
  const attribution = inner.slice(at + last[0].length);
  const beginsLine = last[1] === '\n' || last[1] === '';
  const isSource = beginsLine || linkedAddresses(attribution).length > 0;
  if (!isSource || attribution.length > longestAttribution)
    return { words: inner, attribution: '' };
  return { words: inner.slice(0, at).trimEnd(), attribution: attribution.replace(/\s+/g, ' ') };
}

/** Returns Markdown with each link replaced by its words. */
function wordsIn(markdown: string): string {
  let text = markdown;
  for (const block of readBlocks(markdown).toReversed()) {
    for (const { start, end, label } of block.links.toReversed()) {
      text = text.slice(0, start) + markdown.slice(label.start, label.end) + text.slice(end);
    }
  }
  return text.trim() || markdown;
}

function titleIn(attribution: string): string {
  const link = readBlocks(attribution)[0]?.links[0];
  return link ? attribution.slice(link.label.start, link.label.end) : '';
}
