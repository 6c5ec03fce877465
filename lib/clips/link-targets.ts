import { linkTarget } from '../core/address/link-target.ts';
import { timeLabel } from '../core/media/time-label.ts';
import type { Item, SourcedClip } from '../core/post/item.ts';
import { talksOf } from '../core/post/talks.ts';
import type { NamedLink, WrapUp } from '../core/post/wrap-up.ts';
import { momentUrl } from '../sites/media-address.ts';
import { linkAddress, sourceAddress, sourceTitle } from './clip-source.ts';

/** What a link may lead to. */
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
    | 'wrap-up';
  /** What it is called, plain; '' where it is called by its kind. */
  title: string;
  url: string;
  /** What it belongs to: the talk of some slides, the recording of a moment; or ''. */
  of: string;
  /** A clip's, whose address stands in the text already. */
  used: boolean;
  /** The clips whose address it is. */
  clipIds: readonly string[];
}

/** An earlier post, with the address that it has on the site. */
export interface EarlierPost {
  title: string;
  url: string;
}

interface LinkSource {
  /** Undefined: clips of no wrap-up. */
  wrapUp: WrapUp | undefined;
  /** Of the post and of its tray. */
  items: readonly Item[];
  /** Addresses that stand in the text as links' (`linkedAddresses`). */
  linked: Iterable<string>;
  earlier: readonly EarlierPost[];
}

/**
 * Everything that a text may want to link to: clips that no text links to yet, the newest first; the
 * event and its talks; other clips; earlier posts. Each address once, by the first name it has here.
 */
export function linkTargets({ wrapUp, items, linked, earlier }: LinkSource): LinkTarget[] {
  const used = new Set([...linked].map(addressKey));
  const clips = items
    .filter((item) => 'source' in item && item.deletedAt === null)
    .toSorted((one, other) => compare(other.createdAt, one.createdAt))
    .map((item) => ofClip(item as SourcedClip, used));
  const posts = earlier.map(({ title, url }): LinkTarget => entry('wrap-up', title, url));
  return unlike([
    ...clips.filter((each) => !each.used),
    ...(wrapUp ? ofDetails(wrapUp) : []),
    ...clips.filter((each) => each.used),
    ...posts,
  ]);
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

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

function ofClip(clip: SourcedClip, linked: ReadonlySet<string>): LinkTarget {
  const { title, url, of } = linkOf(clip);
  const used = linked.has(addressKey(url));
  return { ...entry(clip.kind, title, url, of), used, clipIds: [clip.id] };
}

/** What a link to a clip is called, and where it leads. */
export function linkOf(clip: SourcedClip): { title: string; url: string; of: string } {
  switch (clip.kind) {
    case 'link':
      return { title: clip.title, url: linkAddress(clip), of: '' };
    case 'quote':
      return { title: sourceTitle(clip), url: sourceAddress(clip), of: '' };
    case 'image':
      return { title: sourceTitle(clip), url: clip.linkUrl || sourceAddress(clip), of: clip.alt };
    case 'moment':
      return {
        title: timeLabel(clip.startSeconds),
        url: momentUrl(clip.mediaUrl, clip.startSeconds),
        of: clip.mediaTitle,
      };
  }
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

function unlike(targets: readonly LinkTarget[]): LinkTarget[] {
  const byAddress = new Map<string, LinkTarget>();
  for (const target of targets) {
    const key = addressKey(target.url);
    const first = byAddress.get(key);
    const clipIds = [...(first?.clipIds ?? []), ...target.clipIds];
    if (key !== '') byAddress.set(key, { ...(first ?? target), clipIds });
  }
  return [...byAddress.values()];
}
