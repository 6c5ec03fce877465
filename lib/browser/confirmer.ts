import { noteProblem } from '../core/base/problem.ts';
import type { ConfirmationState } from '../core/capture/confirmation-state.ts';
import { askFrame, makeReady } from '../page-wire/ask-page.ts';
import { rememberConfirmed } from './confirmed-clips.ts';
import { loadLanguage, textsForPages } from './language.ts';
import { rememberOffer } from './offered-clips.ts';

/** How long a page that answered before may take: drawing one with 100,000 links takes seconds. */
const outcomeMs = 4_000;

/** No longer than one waits after pressing a key. */
const focusMs = 400;

/** Tabs in which a clip was confirmed since the background started. */
const withCard = new Set<number>();

/** How long a prefetched language stays valid: as long as storing a clip takes. */
const languageMs = 1_000;

let language: { untilMs: number; loaded: Promise<void> } | undefined;

/** Shows confirmations in pages (`Confirmer` in `lib/app/ports.ts`), only in the top frame. */
export const confirmer = {
  /**
   * Injects the card's script into the page, and loads the language here; `show` then sends what it
   * shows.
   */
  prepare(tabId: number): void {
    language = { untilMs: Date.now() + languageMs, loaded: loadLanguage() };
    // If it can't be injected, `show` will find out.
    makeReady(tabId, 'confirmation').catch(() => undefined);
  },

  /**
   * Focuses the field of the card that shows in a tab; false if none does, or if something else was
   * selected there since. Never rejects.
   */
  async focus(tabId: number): Promise<boolean> {
    if (!withCard.has(tabId)) return false;
    try {
      const untilMs = Date.now() + focusMs;
      return await askFrame({ tabId }, 'confirmation', { state: 'focus', untilMs }, focusMs);
    } catch {
      // The page was left, or is stuck, so the shortcut clips.
      return false;
    }
  },

  async show(tabId: number, state: ConfirmationState): Promise<boolean> {
    try {
      // This starts first, because the page may answer as soon as it is shown; the browser keeps
      // the order.
      const remembered = remember(tabId, state);
      const messages = await textsFor(state);
      const asked = messages === undefined ? state : { ...state, messages };
      const shown = await askFrame({ tabId }, 'confirmation', asked, limitFor(state));
      await remembered;
      if (shown && state.state === 'clipped') withCard.add(tabId);
      return shown;
    } catch (thrown) {
      // The caller shows it in another way.
      noteProblem('confirmation.show', thrown);
      return false;
    }
  },
};

/** A picture's outcome goes into the card that is shown already. */
async function textsFor(state: ConfirmationState) {
  if (state.state === 'picture') return undefined;
  const loaded = language && Date.now() < language.untilMs ? language.loaded : undefined;
  return textsForPages(state.state === 'failed' ? state.failure.code : undefined, loaded);
}

/** Undefined means the default, if another place must show it soon, or if it is not the outcome. */
function limitFor(state: ConfirmationState): number | undefined {
  const isStuck = state.state === 'failed' && state.failure.code === 'page-silent';
  return isStuck || state.state === 'reading' ? undefined : outcomeMs;
}

/**
 * Remembers what the card may request. If that fails, the card shows anyway, and its requests are
 * refused.
 */
async function remember(tabId: number, state: ConfirmationState): Promise<void> {
  try {
    if ('itemId' in state) await rememberConfirmed(tabId, state.itemId);
    if (state.state === 'failed') await rememberOffer(tabId, state);
  } catch (thrown) {
    noteProblem('confirmation.show', thrown);
  }
}
