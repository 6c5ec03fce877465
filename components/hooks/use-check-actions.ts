import type { CheckId } from '../../lib/checks/check-ids.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Undo } from '../../lib/client/notice.ts';
import { undoStep } from '../../lib/client/services.ts';
import { checkName } from '../checks/check-text.ts';
import { editProfile, profileNow } from './use-profile.ts';

/** Switches a check off or on again, in every page. */
export async function switchCheck(rule: CheckId, isOn: boolean) {
  const { checksOff } = profileNow();
  const others = checksOff.filter((id) => id !== rule);
  return editProfile({ checksOff: isOn ? others : [...others, rule] });
}

/** What can be done about what the checks found. */
export function createCheckActions({ offerUndo }: { offerUndo(undo: Undo): void }) {
  return {
    async turnOff(rule: CheckId) {
      const saved = await switchCheck(rule, false);
      if (saved?.changeId === undefined) return;
      const { changeId } = saved;
      offerUndo({
        text: t('checks_turned_off', checkName(rule)),
        run: () => void undoStep(changeId),
      });
    },
  };
}
