import { recentInSession } from './recent-in-session.ts';

/**
 * The one picture that a drawing in a tab may ask for, by its clip's id: no script in a page can take
 * pictures of its own accord.
 */
const regions = recentInSession<string>('region', 20);

export function rememberRegion(tabId: number, requestId: string): Promise<void> {
  return regions.remember(String(tabId), requestId);
}

export async function wasRegionAsked(tabId: number, requestId: string): Promise<boolean> {
  return (await regions.recall(String(tabId))) === requestId;
}

/** Once the picture is taken: none other may be asked for. */
export function forgetRegion(tabId: number): Promise<void> {
  return regions.forget(String(tabId));
}
