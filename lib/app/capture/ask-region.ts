import type { Badge, Camera, Clock, Confirmer, Stores } from '../ports.ts';
import { tellFailure } from './confirm-clip.ts';

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
  const request = { requestId: crypto.randomUUID(), tabId, wish: { what: 'screenshot' as const } };
  await tellFailure(deps, request, asked.error, '');
}
