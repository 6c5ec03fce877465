import { capturedMarkdown } from '../../clips/captured-markdown.ts';
import type { Quote } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { scanBlocks } from '../../markdown/blocks/scan.ts';
import { escapeText } from '../../markdown/escape.ts';
import { containBlocks, trimBlankLines } from '../contain.ts';
import { withUnderscores } from '../emphasis.ts';
import { placeLink } from '../note-link.ts';
import { wrapMarkdown } from '../wrap.ts';
import { renderAttribution, renderSourceLink } from './attribution.ts';
import { type Block, bulletBlock, freeBlock } from './block.ts';

export function renderQuote(quote: Quote, profile: Profile): Block {
  const leadIn = leadInOf(quote, profile);
  const words = blockQuote(
    attributed(wordsOf(quote, profile), renderAttribution(quote, profile), profile),
  );
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
  return containBlocks(placeLink(note, renderSourceLink(quote, profile)) ?? note);
}

/**
 * Returns the quote's words as Markdown, or the plain text if nothing could be converted (for
 * example a PDF).
 */
function wordsOf(quote: Quote, profile: Profile): string {
  const markdown = quote.editedMarkdown ?? capturedMarkdown(quote, profile.rawHtml);
  if (markdown !== '' || quote.editedMarkdown !== null) {
    const contained = containBlocks(markdown);
    return profile.emphasis === '_' ? withUnderscores(contained) : contained;
  }
  return quote.text
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*/)
    .map((paragraph) => escapeText(paragraph))
    .filter(Boolean)
    .join('\n\n');
}

/** The attribution ends the last paragraph; after a list, code or a table it is a separate one. */
function attributed(words: string, attribution: string, style: Profile): string {
  if (attribution === '' || words === '') return words;
  const lines = words.split('\n');
  const last = scanBlocks(lines).at(-1);
  const endsInParagraph = last?.kind === 'paragraph' && last.containers.length === 0;
  const isBehind = endsInParagraph && style.attributionPlace === 'end';
  return `${words}${isBehind ? ' ' : '\n\n'}${style.attributionMark} ${attribution}`;
}

function blockQuote(markdown: string): string {
  if (markdown === '') return '';
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
