import { linkTarget } from '../core/address/link-target.ts';
import { timeLabel } from '../core/media/time-label.ts';
import type { Item, SourcedClip } from '../core/post/item.ts';
import { talksOf } from '../core/post/talks.ts';
import type { NamedLink, WrapUp } from '../core/post/wrap-up.ts';
import { momentUrl } from '../sites/media-address.ts';
import {
  atSection,
  leadsToSource,
  linkAddress,
  sourceAddress,
  sourceTitle,
} from './clip-source.ts';

/** A possible target of a link. */
export interface LinkTarget {
  kind:
    | SourcedClip['kind']
    | 'event'
    | 'venue'
    | 'organiser'
    | 'slides'
    | 'repository'
    | 'recording'
    | 'speaker'
    | 'affiliation'
    | 'file'
    | 'wrap-up';
  /** Its name, plain; '' if it is named by its kind. */
  title: string;
  url: string;
  /**
   * What it belongs to, or its other name: the talk of some slides, the page of a section; or ''.
   */
  of: string;
  /** True for a clip whose address is in the text already. */
  used: boolean;
  /** The clips with this address. */
  clipIds: readonly string[];
}

/** An earlier post, with its address on the site. */
export interface EarlierPost {
  title: string;
  url: string;
}

interface KeyedTarget {
  target: LinkTarget;
  /** Key of its address (`addressKey`). */
  key: string;
}

/** A clip as a set of possible link targets. */
export interface ClipTargets {
  createdAt: string;
  targets: readonly KeyedTarget[];
}

/** A file that goes with the post. */
export interface LinkedFile {
  fileName: string;
  /** Every path that means it, the one to link to first. */
  paths: readonly string[];
}

interface LinkSource {
  /** Undefined: clips of no wrap-up. */
  wrapUp: WrapUp | undefined;
  /** Clips of the post and of its tray. */
  clips: readonly ClipTargets[];
  /** Keys of the addresses that the text links to (`linkedAddresses`). */
  linked: ReadonlySet<string>;
  files?: readonly LinkedFile[];
  earlier: readonly EarlierPost[];
}

/**
 * Returns everything that a text may link to: clips that no text links to yet, the newest first;
 * the event and its talks; other clips; earlier posts. Files of the post come with the clips. Each
 * address occurs once, by its first name here, and may have a second name.
 */
export function linkTargets(source: LinkSource): LinkTarget[] {
  const { wrapUp, clips, linked, files = [], earlier } = source;
  // Most are in the order in which they were made, and nearly sorted lists sort fast.
  const newest = clips
    .toReversed()
    .sort((one, other) => compare(other.createdAt, one.createdAt))
    .flatMap(({ targets }) => targets)
    .map(({ target, key }) => ({ target: { ...target, used: linked.has(key) }, key }));
  const posts = earlier.map(({ title, url }): LinkTarget => entry('wrap-up', title, url));
  const ofFiles = files.map(({ fileName, paths: [url = '', ...others] }) =>
    withKey({
      ...entry('file', fileName, url),
      used: [url, ...others].some((path) => linked.has(addressKey(path))),
    }),
  );
  return unlike([
    ...newest.filter(({ target }) => !target.used),
    ...ofFiles.filter(({ target }) => !target.used),
    ...(wrapUp ? ofDetails(wrapUp) : []).map(withKey),
    ...newest.filter(({ target }) => target.used),
    ...ofFiles.filter(({ target }) => target.used),
    ...posts.map(withKey),
  ]);
}

const withKey = (target: LinkTarget): KeyedTarget => ({ target, key: addressKey(target.url) });

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * False for nothing, and for a name that is typed to search where an address belongs, because it is
 * stored as typed.
 */
const leadsOn = (address: string) => /[./:#?]/.test(address);

/** Equal for addresses that lead to the same place. */
export const addressKey = (address: string) => linkTarget(address).replace(/\/$/, '');

const entry = (kind: LinkTarget['kind'], title: string, url: string, of = ''): LinkTarget => ({
  kind,
  title,
  url,
  of,
  used: false,
  clipIds: [],
});

/** Undefined if it is no clip, or is deleted. */
export function clipTargets(item: Item): ClipTargets | undefined {
  if (!('source' in item) || item.deletedAt !== null) return undefined;
  const targets = linksOf(item).map(({ title, url, of }, at) =>
    withKey({ ...entry(item.kind, title, url, of), clipIds: at === 0 ? [item.id] : [] }),
  );
  return { createdAt: item.createdAt, targets };
}

interface ClipLink {
  title: string;
  url: string;
  of: string;
}

/** Returns the links of a clip: its own, and that of the section which a quote is from. */
export function linksOf(clip: SourcedClip): readonly ClipLink[] {
  const link = linkOf(clip);
  const { heading } = clip.source;
  // The first heading of a page is often its title.
  const isNamed = heading !== '' && heading !== link.title;
  if (clip.kind !== 'quote' || !isNamed || link.url.includes('#')) return [link];
  const url = atSection(link.url, clip.source);
  return url === link.url ? [link] : [link, { title: heading, url, of: link.title }];
}

/** Returns the name and address of a link to a clip. */
export function linkOf(clip: SourcedClip): ClipLink {
  switch (clip.kind) {
    case 'link':
      return {
        title: clip.title,
        url: linkAddress(clip),
        of: leadsToSource(clip) ? pageTitle(clip, clip.title) : '',
      };
    case 'quote': {
      const title = sourceTitle(clip);
      return { title, url: sourceAddress(clip), of: pageTitle(clip, title) };
    }
    case 'image':
      return {
        title: sourceTitle(clip),
        url: leadsOn(clip.linkUrl) ? clip.linkUrl : sourceAddress(clip),
        of: clip.alt,
      };
    case 'moment':
      return {
        title: timeLabel(clip.startSeconds),
        url: momentUrl(clip.mediaUrl, clip.startSeconds),
        of: clip.mediaTitle,
      };
  }
}

/** Returns the page's own title, if the clip has another name; or ''. */
function pageTitle({ source }: SourcedClip, name: string): string {
  const title = source.cleanTitle || source.title;
  return title === name ? '' : title;
}

function ofDetails(wrapUp: WrapUp): LinkTarget[] {
  const { event, venue, organiser, speakers } = wrapUp;
  const named = (kind: LinkTarget['kind'], { name, url }: NamedLink) => entry(kind, name, url);
  return [
    named('event', event),
    named('venue', venue),
    named('organiser', organiser),
    ...talksOf(wrapUp).flatMap(({ title, slides, repository, recording }) => [
      entry('slides', '', slides, title),
      entry('repository', '', repository, title),
      entry('recording', '', recording.url, title),
    ]),
    ...speakers.flatMap((speaker) => [
      named('speaker', speaker),
      named('affiliation', speaker.affiliation),
    ]),
  ];
}

function unlike(targets: readonly KeyedTarget[]): LinkTarget[] {
  const byAddress = new Map<string, LinkTarget>();
  for (const { target, key } of targets) {
    const first = byAddress.get(key);
    if (!leadsOn(target.url)) continue;
    if (first === undefined) byAddress.set(key, target);
    else {
      const of = first.of || (target.title === first.title ? '' : target.title);
      byAddress.set(key, { ...first, of, clipIds: [...first.clipIds, ...target.clipIds] });
    }
  }
  return [...byAddress.values()];
}
