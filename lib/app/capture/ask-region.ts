import type { Camera, Clock, Confirmer, UnsavedClips } from '../ports.ts';
import { reportFailure } from './report-failure.ts';

interface Deps {
  camera: Camera;
  confirmer: Confirmer;
  unsavedClips: UnsavedClips;
  clock: Clock;
}

/**
 * Lets the note-taker draw a region in the page; reports a failure if the page cannot show that.
 */
export async function askRegion(deps: Deps, tabId: number): Promise<void> {
  const asked = await deps.camera.askRegion(tabId);
  if (asked.ok) return;
  const request = {
    requestId: crypto.randomUUID(),
    tabId,
    intent: { what: 'screenshot' as const },
  };
  await reportFailure(deps, request, asked.error);
}
