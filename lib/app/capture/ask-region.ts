import type { Badge, Camera, Clock, Confirmer, Stores } from '../ports.ts';
import { reportFailure } from './confirm-clip.ts';

interface Deps {
  camera: Camera;
  stores: Stores;
  confirmer: Confirmer;
  badge: Badge;
  clock: Clock;
}

/** Lets the note-taker draw a region in the page; tells where the page cannot show that. */
export async function askRegion(deps: Deps, tabId: number): Promise<void> {
  const asked = await deps.camera.askRegion(tabId);
  if (asked.ok) return;
  const request = {
    requestId: crypto.randomUUID(),
    tabId,
    intent: { what: 'screenshot' as const },
  };
  await reportFailure(deps, request, asked.error, '');
}
