import type { Failure } from '../../core/base/errors.ts';
import type { Result } from '../../core/base/result.ts';
import type { PictureOutcome } from '../../core/capture/confirmation-state.ts';
import { isStillLoading, type LoadingPicture } from '../../core/capture/loading-picture.ts';
import { attempt } from '../attempt.ts';
import { giveMissingPicture } from '../give-picture.ts';
import type {
  Clock,
  Confirmer,
  LoadingPictures,
  PictureReader,
  PictureRequest,
  ReadPicture,
  Stores,
} from '../ports.ts';
import type { ClipCandidate } from './candidates/candidate.ts';
import type { KeepRequest } from './capture-clip.ts';

interface Deps {
  pictures: PictureReader;
  loadingPictures: LoadingPictures;
  stores: Stores;
  confirmer: Confirmer;
  clock: Clock;
}

/** A picture that has begun to load. */
export interface PictureLoad {
  itemId: string;
  tabId: number;
  read: Promise<Result<ReadPicture, Failure>>;
}

/** The state of a clip's picture: its bytes are here, or loading, or there are none. */
interface PreparedPicture {
  picture?: ReadPicture | undefined;
  load?: PictureLoad | undefined;
}

/**
 * Begins to read the bytes of a clipped picture. It waits only for what is in the page's memory
 * (`blob:`, `data:`), because a server may take forever and the clip must not.
 */
export async function preparePicture(
  deps: Deps,
  { requestId: itemId, tabId, intent }: KeepRequest,
  candidate: ClipCandidate,
): Promise<PreparedPicture> {
  if (candidate.kind !== 'image') return {};
  const { box, viewport } = candidate.picture;
  // The clip's own address may have been dropped because nobody else could open it.
  const url = intent?.what === 'picture' ? intent.srcUrl : candidate.picture.url;
  if (/^(?:blob|data):/i.test(url)) {
    const read = await readPicture(deps, { tabId, url, box, viewport });
    return read.ok ? { picture: read.value } : {};
  }
  await deps.loadingPictures.add({ itemId, tabId, url, since: deps.clock.now() });
  return { load: { itemId, tabId, read: readPicture(deps, { tabId, url, box, viewport }) } };
}

/** Adds the picture to a clip once it has loaded, and reports the result in the page. */
export async function loadPicture(
  deps: Deps,
  { itemId, tabId, read: reading }: PictureLoad,
): Promise<void> {
  const read = await reading;
  const { stores, clock } = deps;
  const given = read.ok
    ? await giveMissingPicture({ ...stores, clock }, itemId, read.value.bytes)
    : read;
  await deps.loadingPictures.remove(itemId);
  const outcome = outcomeOf(read, given.ok);
  await deps.confirmer.show(tabId, { state: 'picture', clipId: itemId, outcome });
}

function outcomeOf(read: Result<ReadPicture, Failure>, given: boolean): PictureOutcome {
  if (!read.ok || !given) return 'missing';
  return read.value.cut ? 'cut' : 'kept';
}

/** Resumes the pictures that were loading when the background was stopped. */
export async function resumeLoading(deps: Deps): Promise<void> {
  const left = await deps.loadingPictures.list();
  await Promise.all(left.map((loading) => resume(deps, loading)));
}

async function resume(deps: Deps, { itemId, tabId, url, since }: LoadingPicture): Promise<void> {
  if (!isStillLoading({ since }, deps.clock.now())) return deps.loadingPictures.remove(itemId);
  // It may have been scrolled away meanwhile.
  const unseen = { box: null, viewport: { width: 0, height: 0 } };
  const read = readPicture(deps, { tabId, url, ...unseen });
  await loadPicture(deps, { itemId, tabId, read });
}

async function readPicture({ pictures }: Deps, request: PictureRequest) {
  const read = await attempt(() => pictures.read(request));
  return read.ok ? read.value : read;
}
