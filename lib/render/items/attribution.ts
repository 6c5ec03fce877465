import type { Quote } from '../../core/item.ts';
import { hostPath } from '../../core/label.ts';
import type { Profile } from '../../core/profile.ts';
import type { Place, Source } from '../../core/source.ts';
import { escapeText } from '../escape.ts';
import { renderLink } from '../link.ts';

type SourceStyle = Pick<Profile, 'authors' | 'permanentLinks'>;

const titleOf = ({ cleanTitle, title }: Source) => cleanTitle || title;

/**
 * Where the words are: the comment or the lines they are in, else the page; as it was when it was
 * read where the profile says so.
 */
export function sourceAddress(
  { place, canonicalUrl, url }: Source,
  { permanentLinks }: SourceStyle,
): string {
  const page = canonicalUrl || url;
  if (place === undefined) return page;
  return place.kind === 'revision' && !permanentLinks ? page : place.url;
}

/** Lines as they stand at the end of a code place's short name: `#L3-L9`. */
const linesOf = ({ place }: Source): string =>
  (place?.kind === 'code' && /#L\d+(?:-L\d+)?$/.exec(place.label)?.[0]) || '';

/**
 * Host and path, of the page: a permalink to code has the commit's id in it, one to a comment says
 * less than its thread. A post in a stream has a page of its own. A local file has a name alone.
 */
function hostPathLabel(source: Source): string {
  const { place, canonicalUrl, url } = source;
  const address = place?.kind === 'post' ? place.url : canonicalUrl || url;
  return hostPath(address) + linesOf(source) || titleOf(source);
}

/** The address of the section that the words are in, where it has one. */
function sectionAddress(source: Source, style: SourceStyle): string {
  const address = sourceAddress(source, style);
  const url = URL.parse(address);
  if (url === null || source.headingId === '') return address;
  url.hash = source.headingId.replaceAll('%', '%25');
  return url.href;
}

/** `section services`, as one names it in a sentence; '' where no heading is known. */
export function sectionLabel({ heading }: Pick<Source, 'heading'>): string {
  return heading === '' || /^section\b/i.test(heading) ? heading : `section ${heading}`;
}

const spoken: ReadonlySet<Place['kind']> = new Set([
  ...(['comment', 'answer', 'question', 'post'] as const),
  ...(['issue', 'pull', 'discussion'] as const),
]);

const isSpoken = ({ place }: Source) => place !== undefined && spoken.has(place.kind);

/** Who says it, and when: of many on one page, each for themselves alone. */
export function saidBy(source: Source): { author: string; published: string } {
  return isSpoken(source) && source.place ? source.place : source;
}

/** Who is to be named beside the source, or ''. */
function authorOf(source: Source, { authors }: SourceStyle): string {
  if (authors === 'none') return '';
  return isSpoken(source) || authors === 'all' ? saidBy(source).author : '';
}

/** The link that stands for a quote's source in its lead-in. */
export function renderSourceLink({ source, attributionLabel }: Quote, style: SourceStyle): string {
  const url = sourceAddress(source, style);
  return renderLink(attributionLabel || titleOf(source) || hostPath(url), url);
}

function renderSource({ attribution, attributionLabel, source }: Quote, style: SourceStyle) {
  const url = sourceAddress(source, style);
  const label = hostPathLabel(source);
  const section = sectionLabel(source);
  switch (attribution) {
    case 'host-path':
      return renderLink(label, url);
    case 'title':
      return renderLink((linesOf(source) && source.place?.label) || titleOf(source) || label, url);
    case 'section':
      return section === ''
        ? renderLink(label, url)
        : renderLink(section, sectionAddress(source, style));
    default:
      return renderLink(attributionLabel || label, url);
  }
}

/**
 * What ends a quote: who said it, where the profile wants them named, and where. '' for none. A label
 * of the note-taker's own says all that is to be said.
 */
export function renderAttribution(quote: Quote, style: SourceStyle): string {
  if (quote.attribution === 'none') return '';
  const link = renderSource(quote, style);
  const author = quote.attribution === 'custom' ? '' : escapeText(authorOf(quote.source, style));
  return author === '' ? link : `${author}, ${link}`;
}
