import type { ClipIntent } from '../core/capture/clip-intent.ts';
import type { ConfirmationState } from '../core/capture/confirmation-state.ts';
import { recentInSession } from './recent-in-session.ts';

type Failed = Extract<ConfirmationState, { state: 'failed' }>;
type Offer = Pick<Failed, 'retry' | 'embedded'>;

/**
 * What the failure shown in a tab offered to clip again, or instead; a script in the page can
 * request only that.
 */
const offers = recentInSession<Offer>('offered', 20);

export async function rememberOffer(tabId: number, { retry, embedded }: Offer): Promise<void> {
  const offer: Offer = { ...(retry ? { retry } : {}), ...(embedded ? { embedded } : {}) };
  await offers.remember(String(tabId), offer);
}

export async function wasOffered(
  tabId: number,
  asked: { requestId: string; intent: ClipIntent },
): Promise<boolean> {
  const offer = await offers.recall(String(tabId));
  const { requestId, intent } = asked;
  if (offer?.embedded?.requestId === requestId) {
    return intent.what === 'moment-at' && intent.mediaUrl === offer.embedded.mediaUrl;
  }
  return offer?.retry?.requestId === requestId && inOrder(offer.retry.intent) === inOrder(intent);
}

/** Writes the intent as text, whatever the order of its fields. */
function inOrder(intent: ClipIntent): string {
  return JSON.stringify(intent, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
