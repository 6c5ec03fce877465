import type { ErrorCode, Failure } from '../../core/base/errors.ts';
import { noteProblem } from '../../core/base/problem.ts';
import { fail, type Result } from '../../core/base/result.ts';
import type { ClipIntent } from '../../core/capture/clip-intent.ts';
import type { Clock, Confirmer, UnsavedClips } from '../ports.ts';
import type { ClipCandidate } from './candidates/candidate.ts';
import { storableCandidate } from './candidates/storable.ts';

interface Deps {
  confirmer: Confirmer;
  unsavedClips: UnsavedClips;
  clock: Clock;
}

interface FailedRequest {
  requestId: string;
  tabId: number;
  /** Absent if it isn't known any more; then the page can't offer to try again. */
  intent?: ClipIntent | undefined;
  callerReports?: boolean;
}

/** What would have been clipped. */
interface Unsaved {
  /** Its words; '' if there are none. */
  markdown: string;
  /** The whole candidate, if it was read. */
  candidate?: ClipCandidate;
}

/** Failures that may pass once the note-taker has freed some space or waited a moment. */
const retryable: ReadonlySet<ErrorCode> = new Set([
  'storage-full',
  'storage-failed',
  'library-gone',
  'library-behind',
  'capture-failed',
  'page-silent',
  'clip-interrupted',
]);

/** Returns what the page can offer to do instead, or again. */
function recoveryAction(
  { code, url }: Failure,
  { requestId, intent }: Pick<FailedRequest, 'requestId' | 'intent'>,
) {
  if (code === 'selection-in-frame')
    return { retry: { requestId, intent: { what: 'page' as const } } };
  if (code === 'selection-unformatted')
    return { retry: { requestId, intent: { what: 'plain-text' as const } } };
  if (code === 'recording-in-frame' && url) return { embedded: { requestId, mediaUrl: url } };
  return intent !== undefined && retryable.has(code) ? { retry: { requestId, intent } } : {};
}

/**
 * Reports in the page that a clip was not saved, with what would have been clipped as Markdown. The
 * clip is first kept for the popup, because a card is easily lost: by Escape, by the page, by
 * navigation. If it is too large for that, the card stays on the screen.
 */
export async function reportFailure(
  deps: Deps,
  request: FailedRequest,
  failed: Failure,
  unsaved: Unsaved = { markdown: '' },
): Promise<Result<never, Failure>> {
  const { tabId, callerReports = false } = request;
  const error = callerReports ? failed : afterGesture(failed);
  const { markdown } = unsaved;
  noteProblem(`clip.${request.intent?.what ?? 'again'}`, error);
  if (callerReports && markdown === '') return fail(error);
  const kept = markdown !== '' && (await keep(deps, request, error, unsaved));
  const shown = await deps.confirmer.show(tabId, {
    state: 'failed',
    failure: error,
    markdown,
    ...(kept ? { unsavedId: request.requestId } : {}),
    ...recoveryAction(error, request),
  });
  if (!shown && !kept && !callerReports) {
    await deps.unsavedClips.setFailure({ code: error.code, at: deps.clock.now() });
  }
  return fail(error);
}

/**
 * A shortcut and the menu grant us access to a page. A page that stays closed even then is really
 * closed: for `about:` and `data:` addresses Chromium (156) says even then that nobody asked for
 * access.
 */
function afterGesture(error: Failure): Failure {
  return error.code === 'page-not-granted' ? { ...error, code: 'page-not-clippable' } : error;
}

/** Keeps all that is needed to clip it again, or at least the words. */
async function keep(
  { unsavedClips, clock }: Deps,
  { requestId: id, tabId }: FailedRequest,
  { code }: Failure,
  { markdown, candidate }: Unsaved,
): Promise<boolean> {
  const title = candidate?.page.cleanTitle || candidate?.page.title || '';
  const clip = { id, tabId, code, at: clock.now(), title, markdown };
  const whole = candidate && { ...clip, candidate: storableCandidate(candidate) };
  if (whole !== undefined && (await unsavedClips.keep(whole))) return true;
  // The words of a screenshot are not what was wanted, so it would be wrong to say that it is kept.
  return candidate?.kind !== 'screenshot' && unsavedClips.keep(clip);
}
