import { sourceAddress, sourcePage, sourceTitle } from '../../core/clip-source.ts';
import type { Quote } from '../../core/item.ts';
import { hostPath } from '../../core/label.ts';
import { isPdf } from '../../core/paper-key.ts';
import type { Profile } from '../../core/profile.ts';
import { scanBlocks } from '../blocks/scan.ts';
import { containBlocks, trimBlankLines } from '../contain.ts';
import { escapeText } from '../escape.ts';
import { renderLink } from '../link.ts';
import { placeLink } from '../note-link.ts';
import { wrapMarkdown } from '../wrap.ts';
import { type Block, bulletBlock, freeBlock } from './block.ts';
import { withPaperDate } from './paper-date.ts';

export function renderQuote(quote: Quote, profile: Profile): Block {
  const leadIn = leadInOf(quote, profile);
  const words = blockQuote(attributed(wordsOf(quote), attributionOf(quote, profile)));
  if (quote.form === 'bullet') {
    return bulletBlock(joinLines(leadIn, wrapMarkdown(words, quoteColumn(profile, 2))), profile);
  }
  const paragraph = freeBlock(leadIn, profile.columns.note).markdown;
  const filled = wrapMarkdown(words, profile.columns.quote);
  return { markdown: [paragraph, filled].filter(Boolean).join('\n\n'), bullet: false };
}

/** In a list item, the quote is indented, and its column is counted from there. */
function quoteColumn(profile: Profile, indent: number): number {
  return profile.columns.quote === 0 ? 0 : Math.max(1, profile.columns.quote - indent);
}

/** A quote may follow a paragraph at once; anything else needs the blank line. */
function joinLines(leadIn: string, quote: string): string {
  if (leadIn === '' || quote === '') return leadIn + quote;
  const last = scanBlocks(leadIn.split('\n')).at(-1);
  const separator = last?.kind === 'paragraph' && last.containers.length === 0 ? '\n' : '\n\n';
  return leadIn + separator + quote;
}

function leadInOf(quote: Quote, profile: Profile): string {
  const note = trimBlankLines(quote.note);
  return containBlocks(placeLink(note, sourceLink(quote, profile)) ?? note);
}

/** The quote's words as Markdown; the plain text where nothing could convert it (a PDF, say). */
function wordsOf(quote: Quote): string {
  const markdown = quote.editedMarkdown ?? quote.markdown;
  if (markdown !== '' || quote.editedMarkdown !== null) return containBlocks(markdown);
  return quote.text
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*/)
    .map((paragraph) => escapeText(paragraph))
    .filter(Boolean)
    .join('\n\n');
}

function sourceLink(quote: Quote, profile: Profile): string {
  const url = sourceAddress(quote);
  const label = quote.attributionLabel || sourceTitle(quote) || hostPath(url);
  const link = renderLink(label, url);
  // One date is enough: where the quote names its source itself, it stands there.
  return quote.attribution === 'none' ? withPaperDate(link, quote, profile, quote.note) : link;
}

function attributionOf(quote: Quote, profile: Profile): string {
  const { attribution, attributionLabel, source } = quote;
  if (attribution === 'none') return '';
  const url = sourceAddress(quote);
  const title = sourceTitle(quote);
  // Of the page: a permalink to code has the commit's id in it. A local file has a name alone.
  const page = isPdf(source) ? sourcePage(source) : source.canonicalUrl || source.url;
  const hostLabel = hostPath(page) || title;
  const labels = { 'host-path': hostLabel, title: title || hostLabel, custom: attributionLabel };
  return withPaperDate(renderLink(labels[attribution] || hostLabel, url), quote, profile);
}

/** The attribution ends the last paragraph; after a list, code or a table it is its own one. */
function attributed(words: string, attribution: string): string {
  if (attribution === '' || words === '') return words;
  const lines = words.split('\n');
  const last = scanBlocks(lines).at(-1);
  const endsInParagraph = last?.kind === 'paragraph' && last.containers.length === 0;
  return `${words}${endsInParagraph ? ' ' : '\n\n'}-- ${attribution}`;
}

function blockQuote(markdown: string): string {
  if (markdown === '') return '';
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
