import type { Failure } from '../core/base/errors.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Playback, Recording } from '../core/media/recording.ts';
import type { PageInfo } from '../core/source/source.ts';
import { sameMedia } from '../sites/media-address.ts';
import { chooseMedium, type MeantMedium, momentFacts } from './capture/candidates/moment.ts';
import type { MediaReader, PageReader } from './ports.ts';
import { topFrame, withFrameIds } from './read-frames.ts';

function playbackOf({ frameId, frameUrl, medium }: MeantMedium): Playback {
  const { currentSeconds, playing, rate } = medium;
  return { frameId, frameUrl, currentSeconds, playing, rate };
}

/** Returns the recording that is meant, with what the page around it says. */
export function recordingOf(meant: MeantMedium, page: PageInfo): Recording {
  const { kind, durationSeconds, live } = meant.medium;
  const { mediaUrl, mediaTitle, chapter, checkTime } = momentFacts(meant, page, { secondsBack: 0 });
  return {
    ...playbackOf(meant),
    kind,
    durationSeconds,
    live,
    mediaUrl,
    mediaTitle,
    chapter,
    checkTime,
  };
}

/**
 * Returns the position of a tab's recording. Asking the known one is cheap enough for every second;
 * all frames are searched only if that is gone.
 * @param frameId where it was found last; null: look for one, or for another that plays meanwhile
 */
export async function readPlayback(
  { media }: { media: MediaReader },
  tabId: number,
  frameId: number | null,
): Promise<Result<Playback | null, Failure>> {
  if (frameId !== null) {
    const held = await media.playback(tabId, frameId);
    if (held !== null) return ok(held);
  }
  const read = await media.read(tabId);
  if (!read.ok) return read;
  const meant = chooseMedium(read.value);
  return ok(meant ? playbackOf(meant) : null);
}

/** Seeks the tab's recording to a time, if it is the one with this address. */
export async function seekRecording(
  { media, pages }: { media: MediaReader; pages: PageReader },
  tabId: number,
  mediaUrl: string,
  seconds: number,
): Promise<Result<{ sought: boolean }, Failure>> {
  const read = await media.read(tabId);
  if (!read.ok) return read;
  const meant = chooseMedium(read.value);
  if (meant === undefined) return ok({ sought: false });
  const around = await pages.read(tabId, { want: 'inspect' });
  const page = around.ok ? topFrame(withFrameIds(around.value))?.page : undefined;
  if (page === undefined || !sameMedia(recordingOf(meant, page).mediaUrl, mediaUrl)) {
    return ok({ sought: false });
  }
  return ok({ sought: await media.seek(tabId, meant.frameId, seconds) });
}
