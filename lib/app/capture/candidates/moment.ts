import type { MomentFacts } from '../../../clips/create-item.ts';
import { findMediaUrl, isDoubtful, momentStart } from '../../../clips/moment.ts';
import { type Failure, failure } from '../../../core/base/errors.ts';
import {
  type CapturedMedia,
  type CapturedMedium,
  compareMedia,
} from '../../../core/capture/captured-media.ts';
import type { FrameAnswer } from '../../../core/capture/frame-answer.ts';
import type { PageInfo } from '../../../core/source/source.ts';
import { parseMediaAddress } from '../../../sites/media-address.ts';
import { withFrameIds } from '../../read-frames.ts';

type MediaAnswers = readonly FrameAnswer<CapturedMedia>[];

/** The recording that is meant, out of all frames, and the frame that plays it. */
export interface MeantMedium {
  frameId: number;
  /** True if it plays in the page itself, so its box is relative to the tab. */
  top: boolean;
  frameUrl: string;
  medium: CapturedMedium;
}

export function chooseMedium(answers: MediaAnswers): MeantMedium | undefined {
  const [meant] = withFrameIds(answers)
    .flatMap(({ frameId, frame, url, medium }) =>
      medium ? [{ frameId, top: frame.top, frameUrl: url, medium }] : [],
    )
    .sort((a, b) => compareMedia(a.medium, b.medium));
  return meant;
}

/** Returns the address of the first recording embedded from another site, or ''. */
export function embeddedRecording(answers: MediaAnswers): string {
  const embeds = withFrameIds(answers).flatMap((each) => each.embeds);
  return embeds.map((url) => parseMediaAddress(url)?.canonicalUrl).find(Boolean) ?? '';
}

/** Says why there is no recording: there is none, or it is in a frame that no script may enter. */
export function whyNoMedium(answers: MediaAnswers): Failure {
  const url = embeddedRecording(answers);
  return url === '' ? failure('recording-not-found') : { code: 'recording-in-frame', url };
}

/** Returns the moment of a recording, with what the page said about itself a little later. */
export function momentFacts(
  { medium, frameUrl, top }: MeantMedium,
  page: PageInfo,
  { secondsBack, seconds = medium.currentSeconds }: { secondsBack: number; seconds?: number },
): MomentFacts {
  // A page that has moved on meanwhile names another recording.
  const samePage = !top || page.url === frameUrl;
  const { url, agree } = findMediaUrl({
    frameUrl,
    playerUrl: medium.playerUrl,
    canonicalUrl: samePage ? page.canonicalUrl : '',
    sourceUrl: medium.sourceUrl,
  });
  return {
    startSeconds: momentStart(seconds, secondsBack),
    mediaUrl: url,
    mediaTitle: medium.title || (agree && samePage ? page.cleanTitle || page.title : ''),
    chapter: medium.chapter,
    checkTime: !agree || !samePage || isDoubtful(medium, url),
  };
}
