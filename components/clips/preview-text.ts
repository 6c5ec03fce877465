import { sourceAddress, sourceAuthor, sourceTitle } from '../../lib/clips/clip-source.ts';
import { hostPath } from '../../lib/core/address/label.ts';
import { timeLabel } from '../../lib/core/media/time-label.ts';
import type { Item } from '../../lib/core/post/item.ts';

/** A row shows at most three lines; no page needs more of a quote in its DOM. */
const longestPreview = 480;

function clip(text: string): string {
  return text.length > longestPreview ? `${text.slice(0, longestPreview)}…` : text;
}

/**
 * Returns Markdown as one would read it out: link texts without addresses, no emphasis marks, one
 * line.
 */
export function plainPreview(markdown: string): string {
  return clip(markdown.slice(0, 8 * longestPreview))
    .replace(/!?\[((?:[^\][\\]|\\.)*)\]\([^)\s]*(?:\s[^)]*)?\)/g, '$1')
    .replace(/(^|\n)[ \t]*(?:>|#{1,6}(?= )|[*+-](?= )|`{3,}\w*|~{3,}\w*)[ \t]?/g, '$1')
    .replace(/(\*\*|__|`)(?=\S)(.+?)\1/g, '$2')
    .replace(/(^|[^\p{L}\p{N}\\])([*_])(?=\S)(.+?)(?<=\S)\2(?![\p{L}\p{N}])/gu, '$1$3')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Returns a part for reading in a narrow page: wrapped lines are joined, and rules are left out.
 */
export function flowing(markdown: string): string {
  return markdown.replace(/(?<=\S)\n(?=[\p{L}[(“"])/gu, ' ').replace(/^-{3,}\n+/, '');
}

/** Returns the words that identify an item in its row. */
export function previewText(item: Item): string {
  switch (item.kind) {
    case 'quote':
      return item.editedMarkdown === null
        ? clip(
            item.text
              .slice(0, 8 * longestPreview)
              .replace(/\s+/g, ' ')
              .trim(),
          )
        : plainPreview(item.editedMarkdown);
    case 'link':
      return item.title || item.url;
    case 'image':
      return item.alt;
    case 'moment':
      return timeLabel(item.startSeconds);
    case 'note':
    case 'section':
    case 'part':
      return plainPreview(item.note);
    case 'raw':
      return clip(item.note.replace(/\s+/g, ' ').trim());
  }
}

/** Returns the name of a row for use in a sentence. */
export function shortName(item: Item): string {
  const text = previewText(item);
  return text.length > 40 ? `${text.slice(0, 38).trimEnd()}…` : text;
}

const placeholder = '{link}';

/**
 * Returns the words on both sides of a clip's link, with the spaces that they will have in the
 * post.
 */
export function wordsAroundLink(note: string): { before: string; after: string } {
  const at = note.indexOf(placeholder);
  if (at < 0) {
    const after = plainPreview(note);
    return { before: '', after: after === '' || opensTight(after) ? after : ` ${after}` };
  }
  const [before, after] = [note.slice(0, at), note.slice(at + placeholder.length)];
  return {
    before: plainPreview(before) + (/\S\s$/.test(before) ? ' ' : ''),
    after: (/^\s\S/.test(after) ? ' ' : '') + plainPreview(after),
  };
}

/** Punctuation follows a link without a space. */
const opensTight = (words: string) => /^[,.:;!?)]/.test(words);

/** Returns the link that a quote's lead-in contains as `{link}`; undefined if it has none. */
export function leadInLink(item: Item): string | undefined {
  if (item.kind !== 'quote' || !item.note.includes(placeholder)) return undefined;
  return item.attributionLabel || sourceTitle(item) || shortAddress(sourceAddress(item));
}

/** Returns the text that a search examines, in lower case. */
export function searchText(item: Item): string {
  const parts = [item.note, previewText(item)];
  if (item.kind === 'quote') parts.push(item.text);
  if ('source' in item) {
    parts.push(item.source.url, item.source.title, sourceTitle(item), sourceAuthor(item));
  }
  return parts.join('\n').toLowerCase();
}

/** Returns `github.com/tidepool-db/tidepool`: an address as a reader would say it. */
export function shortAddress(url: string): string {
  return hostPath(url).replace(/\/$/, '');
}
