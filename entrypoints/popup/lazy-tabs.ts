import { lazy } from '../../components/ui/lazy.tsx';
import { idle } from '../../lib/client/idle.ts';
import type { ViewState } from '../../lib/client/view-state.ts';

const details = lazy('tab.details', async () => (await import('./DetailsTab.tsx')).DetailsTab);
const draft = lazy('tab.draft', async () => (await import('./DraftTab.tsx')).DraftTab);
const talk = lazy('tab.talk', async () => (await import('./TalkTab.tsx')).TalkTab);

export const DetailsTab = details.Part;
export const DraftTab = draft.Part;
export const TalkTab = talk.Part;

const loads = { details: details.load, draft: draft.load, talk: talk.load };
/** By then even a page that is never idle loads them. */
const idleWithinMs = 500;

/** Loads the tab that is shown first, so that nothing typed into it is lost. Never rejects. */
export async function loadTab(tab: ViewState['tab']): Promise<void> {
  if (tab === 'clips') return;
  try {
    await loads[tab]();
  } catch {
    // It was recorded and reported already; everything but this tab works, and it is retried once
    // it is shown.
  }
}

/**
 * Loads the other tabs once the first one is shown, so that choosing one causes no wait. Never
 * rejects.
 */
export async function loadTabs(): Promise<void> {
  for (const tab of ['details', 'draft', 'talk'] as const) {
    await idle(idleWithinMs);
    await loadTab(tab);
  }
}
