import { toFailure } from '../core/base/errors.ts';
import type { ChangeKind, StepOutcome } from '../core/post/change.ts';
import { errorText } from './error-text.ts';
import { keyPart, type MessageKey, t } from './i18n.ts';
import type { Notice, Undo } from './notice.ts';
import { stepBack, stepForward } from './services.ts';

interface Telling {
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
}

const nameOf = (kind: ChangeKind) => t(`change_${keyPart(kind)}`);

/** Returns the message about a step that was not undone or redone; undefined if it was. */
export function whyLeft(outcome: StepOutcome, nothing: MessageKey): string | undefined {
  if (outcome.outcome === 'nothing') return t(nothing);
  if (outcome.outcome === 'done') return undefined;
  const name = nameOf(outcome.change.kind);
  return outcome.reason === 'gone'
    ? t('popup_step_gone', name)
    : t('popup_step_changed_since', name);
}

/**
 * Undo and redo of a history, whichever page made its steps; each names the step and offers to
 * reverse it.
 * @param history a wrap-up's id, `inboxId` or `optionsHistory`; undefined: there is none yet
 */
export function createHistory(history: string | undefined, { showNotice, offerUndo }: Telling) {
  const tell = (outcome: StepOutcome, nothing: MessageKey, done: (name: string) => Undo) => {
    const left = whyLeft(outcome, nothing);
    if (left !== undefined) showNotice({ text: left, bad: outcome.outcome === 'refused' });
    else if (outcome.outcome === 'done') {
      showNotice(null);
      offerUndo(done(nameOf(outcome.change.kind)));
    }
  };
  const attempt = async (run: () => Promise<void>) => {
    try {
      await run();
    } catch (thrown) {
      showNotice({ text: errorText(toFailure(thrown, 'storage-failed')), bad: true });
    }
  };
  const undo = () =>
    attempt(async () => {
      if (history === undefined) return;
      tell(await stepBack(history), 'popup_undo_nothing', (name) => ({
        text: t('popup_undone', name),
        label: t('popup_redo'),
        run: () => void redo(),
      }));
    });
  const redo = () =>
    attempt(async () => {
      if (history === undefined) return;
      tell(await stepForward(history), 'popup_redo_nothing', (name) => ({
        text: t('popup_redone', name),
        run: () => void undo(),
      }));
    });
  return { undo, redo };
}
