import type { ShortcutKeys } from '../../lib/client/shortcuts.ts';
import { whyUnread } from '../clips/why-unread.ts';
import type { InspectedPage } from '../hooks/use-page.ts';
import type { Playing } from './TalkHead.tsx';

/** Returns what the tab plays, for the talk's view. */
export function playingIn(inspected: InspectedPage, shortcuts?: ShortcutKeys): Playing {
  if (!inspected) return { state: 'reading' };
  if (!inspected.ok) {
    // The user did not try to clip it, and notes can still be taken.
    if (inspected.error.code === 'page-not-clippable') return { state: 'nothing' };
    return { state: 'unreadable', reason: whyUnread(inspected.error, shortcuts) };
  }
  const { recording, embedUrl, page } = inspected.value;
  if (recording) {
    const { mediaTitle, kind, durationSeconds, live, checkTime } = recording;
    const title = mediaTitle || page.cleanTitle || page.title;
    return { state: 'recording', title, kind, durationSeconds, live, checkTime };
  }
  return embedUrl ? { state: 'embedded', url: embedUrl } : { state: 'nothing' };
}
