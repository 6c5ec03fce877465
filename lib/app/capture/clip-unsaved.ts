import { type Failure, failure } from '../../core/base/errors.ts';
import { fail, type Result } from '../../core/base/result.ts';
import { parseStoredCandidate } from './candidates/storable.ts';
import { type CaptureDeps, type Clipped, keepCandidate, readProfile } from './capture-clip.ts';

/**
 * Clips again what could not be saved, as it was captured, because its page may be gone. Fails with
 * `clip-gone` if it isn't kept any more, or only its words are.
 */
export async function clipUnsaved(
  deps: CaptureDeps,
  id: string,
): Promise<Result<Clipped, Failure>> {
  const unsaved = await deps.unsavedClips.get(id);
  const candidate = parseStoredCandidate(unsaved?.candidate);
  if (unsaved === undefined || candidate === undefined) return fail(failure('clip-gone'));
  const request = { requestId: id, tabId: unsaved.tabId, callerReports: true };
  return keepCandidate(deps, request, candidate, await readProfile(deps.stores));
}
