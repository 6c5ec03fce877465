import { useState } from 'preact/hooks';
import { givePicture, giveRecordingPicture } from '../../lib/app/give-picture.ts';
import { fetchAgain } from '../../lib/browser/fetch-again.ts';
import { type Failure, failure } from '../../lib/core/errors.ts';
import type { ImageClip } from '../../lib/core/item.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import type { Picture } from '../preview/MissingPictures.tsx';
import { deps } from './edges.ts';

type Outcome = Result<unknown, Failure>;

/** Ways to give a wrap-up the pictures that could not be kept. */
export function useMissingPictures(wrapUpId: string, onDone: (outcome: Outcome) => void) {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const give = async (picture: Picture, read: () => Promise<Result<ArrayBuffer, Failure>>) => {
    const id = picture === 'recording' ? picture : picture.clip.id;
    setBusy((before) => new Set([...before, id]));
    const bytes = await read();
    const store = (value: ArrayBuffer): Promise<Outcome> =>
      picture === 'recording'
        ? giveRecordingPicture(deps, wrapUpId, value)
        : givePicture(deps, picture.clip.id, value);
    const outcome = bytes.ok ? await store(bytes.value) : bytes;
    setBusy((before) => new Set([...before].filter((each) => each !== id)));
    onDone(outcome);
  };
  return {
    busy,
    fetch: (clip: ImageClip) => give({ clip }, () => fetchAgain(clip.url, clip.source.url)),
    takeFile: (picture: Picture, file: File) =>
      give(picture, async () => {
        try {
          return ok(await file.arrayBuffer());
        } catch (thrown) {
          return fail(failure('no-picture', String(thrown)));
        }
      }),
  };
}
