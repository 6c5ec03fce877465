import type { Failure } from '../core/base/errors.ts';
import { clampText, limits } from '../core/base/limits.ts';
import type { Result } from '../core/base/result.ts';
import type { ImageClip, Item } from '../core/post/item.ts';
import { changeTalk, recordingsOf, type TalkRecording, talksOf } from '../core/post/talks.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { recordingOfFrame } from '../details/recording-of-frame.ts';
import { draftProfile } from '../exporters/draft-parts.ts';
import { imagePath } from '../render/items/image.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import { type Edited, editedRecord, fieldEdits, newOrigin } from './edited.ts';
import { freeName } from './free-name.ts';
import type { ChangeStore, SettingStore } from './ports.ts';

/**
 * Makes a clipped picture that of a talk's recording, in one step: the recording gets its bytes,
 * its alt text and, if it has no address yet, the address of the frame's video. The clip leaves the
 * post, where the picture would otherwise show twice, and is set aside in the tray.
 * @param talkId undefined: the first talk
 */
export function useAsRecordingPicture(
  deps: { changes: ChangeStore; settings: Pick<SettingStore, 'profile'> },
  clipId: string,
  talkId: string | undefined,
): Promise<Result<Edited<WrapUp>, Failure>> {
  return attempt(async () => {
    let wrapUpId = '';
    const applied = await deps.changes.apply(newOrigin(), async (view) => {
      const clip = orPicture(await view.item(clipId));
      ({ wrapUpId } = clip);
      const wrapUp = orFail(await view.wrapUp(wrapUpId), 'wrap-up-gone');
      const profile = draftProfile(await deps.settings.profile(wrapUp.styleId));
      const talks = talksOf(wrapUp);
      const talk = orFail(talkId ? talks.find(({ id }) => id === talkId) : talks[0], 'talk-gone');
      const others = recordingsOf(wrapUp)
        .map((each) => each.recording)
        .filter(({ picture }) => picture !== talk.recording.picture);
      const fileName =
        clip.fileName && freeName(await view.items(wrapUpId), clipId, clip.fileName, others);
      const recording: TalkRecording = {
        url: talk.recording.url || recordingOfFrame(clip),
        picture: imagePath({ ...clip, fileName }, profile),
        pictureAlt: clampText(clip.alt, limits.label),
        ...(clip.assetId === '' ? {} : { assetId: clip.assetId }),
      };
      return {
        kind: 'picture',
        edits: [
          ...fieldEdits('wrapUp', wrapUpId, changeTalk(wrapUp, talk.id, { recording })),
          ...fieldEdits('item', clipId, { tray: 'aside' }),
        ],
      };
    });
    return editedRecord<WrapUp>(applied, 'wrapUp', wrapUpId, 'wrap-up-gone');
  });
}

function orPicture(item: Item | undefined): ImageClip {
  if (item?.kind !== 'image') throw new CodedError('clip-gone');
  return item;
}
