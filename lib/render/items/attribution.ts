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
 * Where the words are: the comment or the lines they are in, the page of the PDF, else the page; as
 * it was when it was read where the profile says so.
 */
function addressOf(quote: Quote, { permanentLinks }: SourceStyle): string {
  const { place } = quote.source;
  return permanentLinks && place?.kind === 'revision' ? place.url : sourceAddress(quote);
}

/** Lines as they stand at the end of a code place's short name: `#L3-L9`. */
const linesOf = ({ place }: Source): string =>
  (place?.kind === 'code' && /#L\d+(?:-L\d+)?$/.exec(place.label)?.[0]) || '';

/**
 * Host and path, of the page: a permalink to code has the commit's id in it, one to a comment says
 * less than its thread. A post in a stream has a page of its own. A local file has a name alone.
 */
function hostPathLabel(quote: Quote): string {
  const { source } = quote;
  const { place, canonicalUrl, url } = source;
  const page = isPdf(source) ? sourcePage(source) : canonicalUrl || url;
  const address = place?.kind === 'post' ? place.url : page;
  return hostPath(address) + linesOf(source) || sourceTitle(quote);
}

/** `section services`, as one names it in a sentence; '' if no heading is known. */
export function sectionLabel({ heading }: Pick<Source, 'heading'>): string {
  return heading === '' || /^section\b/i.test(heading) ? heading : `section ${heading}`;
}

/** Who is to be named beside the source, or ''. */
function authorOf(quote: Quote, { authors }: SourceStyle): string {
  if (authors === 'none') return '';
  return isSpoken(quote.source) || authors === 'all' ? sourceAuthor(quote) : '';
}

/** The link that stands for a quote's source in its lead-in. */
export function renderSourceLink(quote: Quote, style: SourceStyle): string {
  const url = addressOf(quote, style);
  const { attributionLabel, labelIsMarkdown } = quote;
  const label = labelIsMarkdown ? plainInline(attributionLabel) : attributionLabel;
  const link = renderLink(label || sourceTitle(quote) || hostPath(url), url);
  // One date is enough: where the quote names its source itself, it stands there.
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
 * A text of the note-taker's own: with links of its own it is as typed, and with `{link}` the source's link
 * stands there; else it is that link as a whole.
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
 * What ends a quote: who said it, where the profile wants them named, and where, with its date behind
 * it where that is a paper. '' for none. A label of the note-taker's own says all that is to be said.
 */
export function renderAttribution(quote: Quote, style: SourceStyle): string {
  if (quote.attribution === 'none') return '';
  const link = withPaperDate(renderSource(quote, style), quote, style);
  const author = quote.attribution === 'custom' ? '' : escapeText(authorOf(quote, style));
  return author === '' ? link : `${author}, ${link}`;
}
