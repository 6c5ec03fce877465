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

/** What the background sends; it is of the same version, and no one else can connect. */
type Sent = (OutcomeMessage & { state: ConfirmationState }) | null;

const isWindow = location.hash === '#window';
if (isWindow) document.documentElement.dataset.view = 'window';

// Side by side with the answer of the background.
const spoken = loadLanguage().then(() => {
  document.documentElement.lang = t('language_tag');
  document.documentElement.dir = t('language_direction');
});

let takeAway = () => {};
let shown: Confirmation | undefined;

/** Shows an outcome in the place of the one before. */
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

/** Only windows that a page opened may close themselves in Firefox (153), or change their size. */
async function withWindow(change: (windowId: number) => Promise<unknown>): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await change(id);
}

function closeSelf(): void {
  if (isWindow) void withWindow((id) => browser.windows.remove(id));
  else window.close();
}

/** The popup is as high as what it shows; a window is made so. */
function fitWindow(): void {
  if (!isWindow) return;
  const framePx = outerHeight - innerHeight;
  const height = Math.ceil(document.body.getBoundingClientRect().height) + framePx;
  // Best effort: what does not fit can be scrolled to.
  if (height !== outerHeight)
    withWindow((id) => browser.windows.update(id, { height })).catch(() => undefined);
}

const scrollKeys: ReadonlySet<string> = new Set([
  ...['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '],
]);

// The popup has the keyboard now; whoever reads on with it does not want the popup.
addEventListener('keydown', (event) => {
  const isIdle = document.activeElement === document.body || document.activeElement === null;
  if (isIdle && scrollKeys.has(event.key)) closeSelf();
});

const port = browser.runtime.connect({ name: outcomePort });
port.onMessage.addListener((message: unknown) => {
  const sent = message as Sent;
  // Opened by hand in the moment in which the button was ours: then the popup is meant.
  if (sent === null) location.replace('/popup.html');
  else void spoken.then(() => show(sent));
});
