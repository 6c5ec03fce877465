import { useState } from 'preact/hooks';
import { attempt } from '../../lib/app/attempt.ts';
import { givePicture, giveRecordingPicture } from '../../lib/app/give-picture.ts';
import { fetchAgain } from '../../lib/browser/fetch-again.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { whyLeft } from '../../lib/client/history.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Telling } from '../../lib/client/notice.ts';
import { deps, undoStep } from '../../lib/client/services.ts';
import { type Failure, failure } from '../../lib/core/base/errors.ts';
import { fail, ok, type Result } from '../../lib/core/base/result.ts';
import type { ImageClip } from '../../lib/core/post/item.ts';
import { type Picture, pictureKey } from '../preview/MissingPictures.tsx';

/** Ways to supply pictures of a wrap-up that could not be stored, or to replace others. */
export function useMissingPictures(wrapUpId: string, { showNotice, offerUndo }: Telling) {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const tellFailure = (outcome: Result<unknown, Failure>) => {
    if (!outcome.ok) showNotice({ text: errorText(outcome.error), bad: true });
  };
  const store = (picture: Picture, bytes: ArrayBuffer) =>
    'clip' in picture
      ? givePicture(deps, picture.clip.id, bytes)
      : giveRecordingPicture(deps, wrapUpId, picture.talkId, bytes);
  const takeBack = async (changeId: string | undefined) => {
    const outcome = await attempt(() => undoStep(changeId));
    if (!outcome.ok) return tellFailure(outcome);
    const left = whyLeft(outcome.value, 'popup_undo_nothing');
    if (left) showNotice({ text: left, bad: true });
  };
  const give = async (picture: Picture, read: () => Promise<Result<ArrayBuffer, Failure>>) => {
    const id = pictureKey(picture);
    setBusy((before) => new Set([...before, id]));
    const bytes = await read();
    const outcome = bytes.ok ? await store(picture, bytes.value) : bytes;
    setBusy((before) => new Set([...before].filter((each) => each !== id)));
    if (!outcome.ok) return tellFailure(outcome);
    showNotice(null);
    offerUndo({
      text: t('popup_picture_kept'),
      run: () => void takeBack(outcome.value.changeId),
    });
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
