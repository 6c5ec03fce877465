import { recentInSession } from './recent-in-session.ts';

/** Far more than anyone would still want to change in a page. */
const clips = recentInSession<true>('confirmed', 100);

const id = (tabId: number, itemId: string) => `${tabId}:${itemId}`;

/**
 * Remembers which clips were confirmed in which tab, so that a script in a page can change only
 * those.
 */
export function rememberConfirmed(tabId: number, itemId: string): Promise<void> {
  return clips.remember(id(tabId, itemId), true);
}

export async function wasConfirmed(tabId: number, itemId: string): Promise<boolean> {
  return (await clips.recall(id(tabId, itemId))) === true;
}
