import '../../components/ui/tokens.css';
import './outcome.css';
import { browser } from 'wxt/browser';
import { t } from '../../lib/browser/i18n.ts';
import { loadLanguage } from '../../lib/browser/language.ts';
import { type OutcomeMessage, outcomePort } from '../../lib/browser/outcome-popup.ts';
import type { ConfirmationState } from '../../lib/core/capture/confirmation-state.ts';
import { ask, requestsOf } from '../confirmation/ask.ts';
import { Confirmation } from '../confirmation/confirmation.ts';
import { readWords } from '../confirmation/words.ts';
import { showCard } from './card.ts';

/** The message from the background, which has the same version; nobody else can connect. */
type Sent = (OutcomeMessage & { state: ConfirmationState }) | null;

const isWindow = location.hash === '#window';
if (isWindow) document.documentElement.dataset.view = 'window';

// This runs in parallel with the background's answer.
const spoken = loadLanguage().then(() => {
  document.documentElement.lang = t('language_tag');
  document.documentElement.dir = t('language_direction');
});

let takeAway = () => {};
let shown: Confirmation | undefined;

/** Shows an outcome instead of the previous one. */
function show({ tabId, state }: NonNullable<Sent>): void {
  if (state.state === 'picture') {
    shown?.tellPicture(state.clipId, state.outcome);
    return;
  }
  takeAway();
  const words = readWords(state.state === 'failed' ? state.failure.code : undefined);
  let replaced = false;
  const host = showCard(words, fitWindow, () => {
    if (!replaced) closeSelf();
  });
  const confirmation = new Confirmation(
    {
      host,
      words,
      ...requestsOf(state),
      retry: (again) => ask('clip.retry', { ...again, tabId }),
    },
    state.state === 'failed',
  );
  takeAway = () => {
    replaced = true;
    confirmation.close();
  };
  shown = confirmation;
  confirmation.show(state);
}

/** In Firefox (153) only windows that a page opened may close themselves or change their size. */
async function withWindow(change: (windowId: number) => Promise<unknown>): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await change(id);
}

function closeSelf(): void {
  if (isWindow) void withWindow((id) => browser.windows.remove(id));
  else window.close();
}

/** The popup is as high as its content; this does the same for a window. */
function fitWindow(): void {
  if (!isWindow) return;
  const framePx = outerHeight - innerHeight;
  const height = Math.ceil(document.body.getBoundingClientRect().height) + framePx;
  // Best effort: the user can scroll to what does not fit.
  if (height !== outerHeight)
    withWindow((id) => browser.windows.update(id, { height })).catch(() => undefined);
}

const scrollKeys: ReadonlySet<string> = new Set([
  ...['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '],
]);

// The popup has the keyboard now; a user who scrolls or types elsewhere does not want it.
addEventListener('keydown', (event) => {
  const isIdle = document.activeElement === document.body || document.activeElement === null;
  if (isIdle && scrollKeys.has(event.key)) closeSelf();
});

const port = browser.runtime.connect({ name: outcomePort });
port.onMessage.addListener((message: unknown) => {
  const sent = message as Sent;
  // It was opened by hand in the moment when the button was ours, so the user wants the popup.
  if (sent === null) location.replace('/popup.html');
  else void spoken.then(() => show(sent));
});
