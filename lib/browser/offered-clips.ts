import { browser } from 'wxt/browser';
import type { ClipIntent } from '../core/clip-intent.ts';
import type { ConfirmationState } from '../core/confirmation-state.ts';

/**
 * What the failure shown in a tab offered to clip again, or instead: a script in a page can ask for
 * that and nothing else. Kept for the browser's session: the worker forgets when it is stopped.
 */
const key = (tabId: number) => `offered:${tabId}`;

type Failed = Extract<ConfirmationState, { state: 'failed' }>;
type Offer = Pick<Failed, 'retry' | 'embedded'>;

export async function rememberOffer(tabId: number, { retry, embedded }: Offer): Promise<void> {
  const offer: Offer = { ...(retry ? { retry } : {}), ...(embedded ? { embedded } : {}) };
  await browser.storage.session.set({ [key(tabId)]: offer });
}

export async function wasOffered(
  tabId: number,
  asked: { requestId: string; intent: ClipIntent },
): Promise<boolean> {
  const name = key(tabId);
  const offer = (await browser.storage.session.get(name))[name] as Offer | undefined;
  const { requestId, intent } = asked;
  if (offer?.embedded?.requestId === requestId) {
    return intent.what === 'moment-at' && intent.mediaUrl === offer.embedded.mediaUrl;
  }
  return offer?.retry?.requestId === requestId && inOrder(offer.retry.intent) === inOrder(intent);
}

/** As text, whatever the order of its fields. */
function inOrder(intent: ClipIntent): string {
  return JSON.stringify(intent, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
