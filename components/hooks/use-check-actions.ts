import type { CheckId } from '../../lib/checks/check-ids.ts';
import type { Finding } from '../../lib/client/checker.ts';
import { whyLeft } from '../../lib/client/history.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { edit, undoStep } from '../../lib/client/services.ts';
import type { HouseStyle } from '../../lib/core/post/profile.ts';
import { checkName } from '../checks/check-text.ts';
import type { TextEditOutcome } from '../preview/MarkdownEditor.tsx';
import type { TextEdit } from './use-text-edit.ts';

/** Returns the list of checks that are switched off, with one switched off or on. */
export function withCheck(checksOff: readonly string[], rule: CheckId, isOn: boolean): string[] {
  const others = checksOff.filter((id) => id !== rule);
  return isOn ? others : [...others, rule];
}

interface Context {
  /** The style of the wrap-up that is shown; undefined until it is read. */
  style: HouseStyle | undefined;
  offerUndo(undo: Undo): void;
  showNotice(notice: Notice | null): void;
  editText(edit: TextEdit): Promise<TextEditOutcome>;
}

/** Returns a text with a fix applied. */
function fixed(text: string, { fix = [] }: Finding): string {
  let out = text;
  for (const { start, end, text: by } of fix.toSorted((one, other) => other.start - one.start)) {
    out = out.slice(0, start) + by + out.slice(end);
  }
  return out;
}

/** The actions for what the checks found. */
export function createCheckActions({ style, offerUndo, showNotice, editText }: Context) {
  const offerStepBack = (text: string, changeId: string) =>
    offerUndo({
      text,
      async run() {
        const left = whyLeft(await undoStep(changeId), 'popup_undo_nothing');
        if (left) showNotice({ text: left, bad: true });
      },
    });
  return {
    async turnOff(rule: CheckId) {
      if (!style) return;
      const { id, profile } = style;
      const checksOff = withCheck(profile.checksOff, rule, false);
      const saved = await edit('profile', id, profile, { checksOff });
      if (saved?.changeId === undefined) return;
      offerStepBack(t('checks_turned_off', checkName(rule)), saved.changeId);
    },

    /** @param text the draft that was checked */
    async fix(text: string, finding: Finding) {
      const outcome = await editText({ text: fixed(text, finding), over: text, isLast: true });
      if (outcome.state === 'refused') showNotice({ text: outcome.text, bad: true });
      else if (outcome.state === 'later') showNotice({ text: t('checks_fix_later') });
      else if (outcome.changeId !== undefined)
        offerStepBack(t('checks_fixed', checkName(finding.rule)), outcome.changeId);
    },
  };
}
