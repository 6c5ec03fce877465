import {
  atSection,
  sourceAddress,
  sourceAuthor,
  sourcePage,
  sourceTitle,
} from '../../clips/clip-source.ts';
import { isPdf } from '../../clips/paper-key.ts';
import { hostPath } from '../../core/address/label.ts';
import type { Quote } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { isSpoken } from '../../core/source/said-by.ts';
import type { Source } from '../../core/source/source.ts';
import { escapeText } from '../../markdown/escape.ts';
import { containInline, plainInline } from '../contain-inline.ts';
import { renderLink } from '../link.ts';
import { linkEdit } from '../link-edit.ts';
import { placeLink } from '../note-link.ts';
import { withPaperDate } from './paper-date.ts';

type SourceStyle = Pick<Profile, 'authors' | 'permanentLinks' | 'published'>;

/**
 * Returns where the words are: their comment or lines, the page of the PDF, or else the page; the
 * version that was read if the profile says so.
 */
function addressOf(quote: Quote, { permanentLinks }: SourceStyle): string {
  const { place } = quote.source;
  return permanentLinks && place?.kind === 'revision' ? place.url : sourceAddress(quote);
}

/** Returns the lines at the end of a code place's short name: `#L3-L9`. */
const linesOf = ({ place }: Source): string =>
  (place?.kind === 'code' && /#L\d+(?:-L\d+)?$/.exec(place.label)?.[0]) || '';

/**
 * Returns host and path of the page, because a permalink to code contains the commit's id, and one
 * to a comment says less than its thread. A post in a stream has its own page. A local file has
 * only a name.
 */
function hostPathLabel(quote: Quote): string {
  const { source } = quote;
  const { place, canonicalUrl, url } = source;
  const page = isPdf(source) ? sourcePage(source) : canonicalUrl || url;
  const address = place?.kind === 'post' ? place.url : page;
  return hostPath(address) + linesOf(source) || sourceTitle(quote);
}

/** Returns `section services`, for use in a sentence; '' if no heading is known. */
export function sectionLabel({ heading }: Pick<Source, 'heading'>): string {
  return heading === '' || /^section\b/i.test(heading) ? heading : `section ${heading}`;
}

/** Returns the person to name beside the source, or ''. */
function authorOf(quote: Quote, { authors }: SourceStyle): string {
  if (authors === 'none') return '';
  return isSpoken(quote.source) || authors === 'all' ? sourceAuthor(quote) : '';
}

/** Returns the link to a quote's source for its lead-in. */
export function renderSourceLink(quote: Quote, style: SourceStyle): string {
  const url = addressOf(quote, style);
  const { attributionLabel, labelIsMarkdown } = quote;
  const label = labelIsMarkdown ? plainInline(attributionLabel) : attributionLabel;
  const link = renderLink(label || sourceTitle(quote) || hostPath(url), url);
  // One date is enough: if the quote itself names its source, the date is there.
  return quote.attribution === 'none' ? withPaperDate(link, quote, style, quote.note) : link;
}

function renderSource(quote: Quote, style: SourceStyle): string {
  const { attribution, attributionLabel, source } = quote;
  const url = addressOf(quote, style);
  const label = hostPathLabel(quote);
  const section = sectionLabel(source);
  switch (attribution) {
    case 'host-path':
      return renderLink(label, url);
    case 'title':
      return renderLink(
        (linesOf(source) && source.place?.label) || sourceTitle(quote) || label,
        url,
      );
    case 'section':
      return section === ''
        ? renderLink(label, url)
        : renderLink(section, atSection(addressOf(quote, style), quote.source));
    default:
      return quote.labelIsMarkdown && attributionLabel.trim() !== ''
        ? renderOwnText(attributionLabel, label, url)
        : renderLink(attributionLabel || label, url);
  }
}

/**
 * Returns a text of the note-taker: with its own links it is as typed, with `{link}` the source's
 * link is inserted; else the whole text becomes that link.
 */
function renderOwnText(text: string, label: string, url: string): string {
  const contained = containInline(text);
  const placed = placeLink(contained, renderLink(label, url));
  if (placed !== undefined) return placed;
  const whole = { start: 0, end: contained.length };
  const linked = linkEdit(contained, whole, { title: label, url });
  if ('edit' in linked) {
    const { from, to, by } = linked.edit;
    return contained.slice(0, from) + by + contained.slice(to);
  }
  return linked.refused === 'link' || linked.refused === 'address'
    ? contained
    : renderLink(plainInline(contained), url);
}

/**
 * Returns what ends a quote: its author, if the profile wants authors named, and the source, with
 * its date after it for a paper. '' for none. The note-taker's own label replaces all of that.
 */
export function renderAttribution(quote: Quote, style: SourceStyle): string {
  if (quote.attribution === 'none') return '';
  const link = withPaperDate(renderSource(quote, style), quote, style);
  const author = quote.attribution === 'custom' ? '' : escapeText(authorOf(quote, style));
  return author === '' ? link : `${author}, ${link}`;
}
