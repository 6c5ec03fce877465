import { attempt } from '../../lib/app/attempt.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Telling } from '../../lib/client/notice.ts';
import { deps, edit, undoStep } from '../../lib/client/services.ts';
import { loadCode } from '../../lib/core/base/load-code.ts';
import type { ImageClip } from '../../lib/core/post/item.ts';
import { type TalkOfEvening, talksOf } from '../../lib/core/post/talks.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { type FactKind, type FactPage, setFact } from '../../lib/details/talk-facts.ts';
import { shortAddress } from '../clips/preview-text.ts';
import { factLooks } from '../wrap-up/FactButtons.tsx';
import { talkName } from '../wrap-up/talk-name.ts';

/**
 * Fills details of an evening's talks from pages and clips with one click; each is one step with
 * its own undo.
 */
export function createFacts(wrapUp: WrapUp, { showNotice, offerUndo }: Telling) {
  const offer = (text: string, changeId: string | undefined) =>
    offerUndo({ text, run: () => void undoStep(changeId) });
  return {
    wrapUp,
    async set(kind: FactKind, talk: TalkOfEvening, page: FactPage): Promise<void> {
      const { changes, replaced } = setFact(wrapUp, talk.id, kind, page);
      const saved = await edit('wrapUp', wrapUp.id, wrapUp, changes, 'fill');
      if (!saved) return;
      const name = t(factLooks[kind].name);
      const talks = talksOf(wrapUp);
      const at = talks.findIndex(({ id }) => id === talk.id);
      const ofTalk = kind !== 'event' && talks.length > 1;
      const set = ofTalk
        ? t('popup_fact_set_of', name, talkName(talk, at))
        : t('popup_fact_set', name);
      const before = replaced && t('popup_fact_replaced', shortAddress(replaced) || replaced);
      offer([set, before].filter(Boolean).join(' '), saved.changeId);
    },

    async useFrame(clip: ImageClip, talk: TalkOfEvening): Promise<void> {
      const loaded = await attempt(() =>
        loadCode('recording-picture', () => import('../../lib/app/use-as-recording-picture.ts')),
      );
      const used = loaded.ok
        ? await loaded.value.useAsRecordingPicture(deps, clip.id, talk.id)
        : loaded;
      if (used.ok) offer(t('popup_recording_picture_set'), used.value.changeId);
      else showNotice({ text: errorText(used.error), bad: true });
    },
  };
}

export type Facts = ReturnType<typeof createFacts>;
