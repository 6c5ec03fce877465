import { useState } from 'preact/hooks';
import { givePicture } from '../../lib/app/give-picture.ts';
import { fetchAgain } from '../../lib/browser/fetch-again.ts';
import type { Failure } from '../../lib/core/errors.ts';
import { failure } from '../../lib/core/errors.ts';
import type { ImageClip } from '../../lib/core/item.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import { deps } from './edges.ts';

type Outcome = Result<unknown, Failure>;

/** Ways to give clips the pictures that could not be kept. */
export function useMissingPictures(onDone: (outcome: Outcome) => void) {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const give = async (clip: ImageClip, read: () => Promise<Result<ArrayBuffer, Failure>>) => {
    setBusy((before) => new Set([...before, clip.id]));
    const bytes = await read();
    const outcome = bytes.ok ? await givePicture(deps, clip.id, bytes.value) : bytes;
    setBusy((before) => new Set([...before].filter((id) => id !== clip.id)));
    onDone(outcome);
  };
  return {
    busy,
    fetch: (clip: ImageClip) => give(clip, () => fetchAgain(clip.url, clip.source.url)),
    takeFile: (clip: ImageClip, file: File) =>
      give(clip, async () => {
        try {
          return ok(await file.arrayBuffer());
        } catch (thrown) {
          return fail(failure('no-picture', String(thrown)));
        }
      }),
  };
}
