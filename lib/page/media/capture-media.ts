import { clampText, limits } from '../../core/base/limits.ts';
import {
  type CapturedMedia,
  type CapturedMedium,
  compareMedia,
} from '../../core/capture/captured-media.ts';
import { oneLine } from '../../core/text/title.ts';
import { attempt } from '../attempt.ts';
import {
  attribute,
  documentUrl,
  documentView,
  hasAttribute,
  localName,
  queryAll,
} from '../safe-dom.ts';
import { declaredUrl, expectedDuration } from './expected-duration.ts';
import { findMedia, isLoaded } from './find-media.ts';
import { type PlayerFacts, type PlayerReader, readPlayer } from './player.ts';
import { captionAt, chapterAt } from './text-tracks.ts';
import { viewportOf, visiblePicture } from './video-box.ts';

/** The recording that is meant in a frame, with what only the page's side can do with it later. */
export interface Found {
  media: HTMLMediaElement;
  seconds: number;
  /** What the captions showed; read after the moment is saved. */
  caption(): string;
}

const maxEmbeds = 20;
const fitting = (url: string) => (url.length <= limits.url ? url : '');
const line = (text: string, max: number) => clampText(oneLine(text), max);

function standing(media: HTMLMediaElement) {
  const box = attempt(() => visiblePicture(media), null);
  const silent = media.muted || media.volume === 0;
  return {
    playing: !media.paused && !media.ended,
    decorative: silent && media.loop,
    started: media.currentTime > 0 || (media.played?.length ?? 0) > 0,
    areaPx: box ? box.width * box.height : 0,
    box,
  };
}

/** Returns what the page told the system's media keys that it plays. */
function sessionTitle(doc: Document): string {
  return documentView(doc)?.navigator.mediaSession?.metadata?.title ?? '';
}

function describe(
  doc: Document,
  media: HTMLMediaElement,
  seconds: number,
  player: PlayerFacts,
): CapturedMedium {
  const { duration } = media;
  const known = Number.isFinite(duration) && duration > 0;
  const title = player.title || attribute(media, 'title') || attempt(() => sessionTitle(doc), '');
  const source = media.currentSrc || attribute(media, 'src');
  return {
    kind: localName(media) === 'video' ? 'video' : 'audio',
    ...standing(media),
    currentSeconds: seconds,
    durationSeconds: known ? duration : null,
    rate: media.playbackRate,
    live: player.live || duration === Number.POSITIVE_INFINITY,
    expectedSeconds: attempt(() => expectedDuration(doc), null),
    expectedUrl: attempt(() => fitting(declaredUrl(doc)), ''),
    adShowing: player.adShowing,
    sourceUrl: /^https?:/i.test(source) ? fitting(source) : '',
    playerUrl: fitting(player.url),
    title: line(title, limits.title),
    chapter: line(player.chapter || attempt(() => chapterAt(media, seconds), ''), limits.title),
    viewport: viewportOf(doc),
  };
}

/** Returns where other sites' players are embedded; the browser may keep scripts out of those. */
function embedsIn(doc: Document): string[] {
  return queryAll(doc, 'iframe[src], iframe[data-src]')
    .map((frame) => attribute(frame, hasAttribute(frame, 'src') ? 'src' : 'data-src'))
    .map((src) => URL.parse(src, documentUrl(doc))?.href ?? '')
    .filter((url) => /^https?:/.test(url) && url.length <= limits.url)
    .slice(0, maxEmbeds);
}

/**
 * Returns what plays in one frame. The times are read before anything else, because they keep
 * running; the recording is not changed.
 * @param players the sites' players that may be around it
 */
export function captureMedia(
  doc: Document,
  frame: { top: boolean },
  players: readonly PlayerReader[],
): { answer: CapturedMedia; found: Found | undefined } {
  const all = attempt(() => findMedia(doc), []).map((media) => ({
    media,
    seconds: media.currentTime,
  }));
  const [meant] = all
    .filter(({ media }) => isLoaded(media))
    .map((each) => ({ ...each, standing: standing(each.media) }))
    .sort((a, b) => compareMedia(a.standing, b.standing));
  const answer: CapturedMedia = {
    frame,
    url: fitting(documentUrl(doc)),
    embeds: attempt(() => embedsIn(doc), []),
  };
  if (!meant) return { answer, found: undefined };
  const { media, seconds } = meant;
  const player = readPlayer(players, media);
  const medium = describe(doc, media, Math.max(0, seconds), player);
  const caption = () =>
    line(player.caption || attempt(() => captionAt(media, seconds), ''), limits.description);
  return { answer: { ...answer, medium }, found: { media, seconds, caption } };
}
