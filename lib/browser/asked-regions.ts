import { recentInSession } from './recent-in-session.ts';

/**
 * The one picture that a drawing in a tab may request, by its clip's id, so that no script in a
 * page can take pictures on its own.
 */
const regions = recentInSession<string>('region', 20);

export function rememberRegion(tabId: number, requestId: string): Promise<void> {
  return regions.remember(String(tabId), requestId);
}

export async function wasRegionAsked(tabId: number, requestId: string): Promise<boolean> {
  return (await regions.recall(String(tabId))) === requestId;
}

/** Call this once the picture is taken, so that no other may be requested. */
export function forgetRegion(tabId: number): Promise<void> {
  return regions.forget(String(tabId));
}
