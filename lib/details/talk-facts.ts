import { cleanUrl } from '../core/address/url.ts';
import type { SourcedClip } from '../core/post/item.ts';
import { changeTalk, type TalkOfEvening, talksOf } from '../core/post/talks.ts';
import type { WrapUp, WrapUpDetails } from '../core/post/wrap-up.ts';
import type { PageInfo } from '../core/source/source.ts';
import { parseCodeAddress } from '../sites/code-address.ts';
import { canonicalEventUrl, parseEventAddress } from '../sites/event-address.ts';
import { parseMediaAddress, sameMedia } from '../sites/media-address.ts';
import { isRepositoryUrl } from '../sites/repository.ts';
import { parseSlidesAddress } from '../sites/slides-address.ts';

/** What a page can be to an evening; a field of the details stores its address. */
export const factKinds = ['slides', 'repository', 'recording', 'event'] as const;
export type FactKind = (typeof factKinds)[number];

/** A page that may become one of these facts. */
export interface FactPage {
  url: string;
  /** The name for an event that has none yet. */
  title: string;
}

/**
 * Returns the page in a tab, by its own address if that belongs to a known site, and otherwise by
 * its canonical one.
 */
export function factPage(
  page: Pick<PageInfo, 'url' | 'canonicalUrl' | 'title' | 'cleanTitle'>,
): FactPage {
  const isKnown = likelyFacts(page.url).length > 0;
  return {
    url: isKnown ? page.url : page.canonicalUrl || page.url,
    title: page.cleanTitle || page.title,
  };
}

/** Returns the page that a clip leads to, or comes from. */
export function factPageOfClip(clip: SourcedClip): FactPage {
  if (clip.kind === 'link') return { url: clip.url, title: clip.title };
  if (clip.kind === 'moment') return { url: clip.mediaUrl, title: clip.mediaTitle };
  return factPage(clip.source);
}

/** Returns the facts that an address may be, the most likely first; most addresses give no hint. */
export function likelyFacts(url: string): FactKind[] {
  const says: Record<FactKind, boolean> = {
    repository: isRepositoryUrl(url),
    slides: parseSlidesAddress(url) !== undefined,
    recording: parseMediaAddress(url) !== undefined,
    event: parseEventAddress(url)?.kind === 'event',
  };
  return factKinds.filter((kind) => says[kind]);
}

/** Returns the address in the form to link to. */
export function factUrl(kind: FactKind, url: string): string {
  switch (kind) {
    case 'slides':
      return parseSlidesAddress(url) ?? cleanUrl(url);
    case 'repository':
      return isRepositoryUrl(url)
        ? (parseCodeAddress(url)?.repositoryUrl ?? cleanUrl(url))
        : cleanUrl(url);
    case 'recording':
      return parseMediaAddress(url)?.canonicalUrl ?? cleanUrl(url);
    case 'event':
      return canonicalEventUrl(url);
  }
}

/** Returns the stored address; '' for none. */
export function factOf(wrapUp: WrapUp, talk: TalkOfEvening, kind: FactKind): string {
  switch (kind) {
    case 'slides':
    case 'repository':
      return talk[kind];
    case 'recording':
      return talk.recording.url;
    case 'event':
      return wrapUp.event.url;
  }
}

/** True if the evening already has this page as that fact, for any talk. */
export function hasFact(wrapUp: WrapUp, kind: FactKind, url: string): boolean {
  return talksOf(wrapUp).some((talk) => {
    const there = factOf(wrapUp, talk, kind);
    if (there === '') return false;
    return kind === 'recording' ? sameMedia(there, url) : there === factUrl(kind, url);
  });
}

/**
 * Makes a page one of the facts of a talk, or of the evening.
 * @param talkId undefined: the first talk
 * @returns the changes, and the address that it replaces, or ''
 */
export function setFact(
  wrapUp: WrapUp,
  talkId: string | undefined,
  kind: FactKind,
  page: FactPage,
): { changes: Partial<WrapUpDetails>; replaced: string } {
  const talks = talksOf(wrapUp);
  const talk = talks.find(({ id }) => id === talkId) ?? talks[0];
  if (talk === undefined) return { changes: {}, replaced: '' };
  const url = factUrl(kind, page.url);
  const there = factOf(wrapUp, talk, kind);
  const replaced = there === url ? '' : there;
  switch (kind) {
    case 'slides':
    case 'repository':
      return { changes: changeTalk(wrapUp, talk.id, { [kind]: url }), replaced };
    case 'recording': {
      const recording = { ...talk.recording, url };
      return { changes: changeTalk(wrapUp, talk.id, { recording }), replaced };
    }
    case 'event': {
      const name = wrapUp.event.name || page.title;
      return { changes: { event: { ...wrapUp.event, name, url } }, replaced };
    }
  }
}

/** Returns the talks that a page may belong to; only one if the page names it. */
export function talksFor(wrapUp: WrapUp, kind: FactKind, url: string): TalkOfEvening[] {
  const talks = talksOf(wrapUp);
  if (kind === 'event') return talks.slice(0, 1);
  const itsOwn = talks.filter((talk) => sameMedia(talk.recording.url, url));
  return itsOwn.length === 1 ? itsOwn : talks;
}
