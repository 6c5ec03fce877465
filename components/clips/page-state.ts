import type { ShortcutKeys } from '../../lib/client/shortcuts.ts';
import type { InspectedPage } from '../hooks/use-page.ts';
import type { PageState } from './ThisPage.tsx';
import { whyUnread } from './why-unread.ts';

/** Returns what "This page" shows, from what the background found in the tab. */
export function pageState(inspected: InspectedPage, shortcuts?: ShortcutKeys): PageState {
  if (!inspected) return { state: 'reading' };
  if (!inspected.ok)
    return { state: 'not-clippable', reason: whyUnread(inspected.error, shortcuts) };
  const { page, hasSelection, selectionPreview, recording, ...offers } = inspected.value;
  const { embedUrl, hasEvent, hasCalendar, hasPerson } = offers;
  return {
    state: 'clippable',
    title: page.cleanTitle || page.title,
    host: URL.parse(page.url)?.host ?? '',
    hasSelection,
    preview: selectionPreview,
    offers: {
      recording: recording && { kind: recording.kind, playing: recording.playing },
      embedUrl,
      // A calendar file that the page links to is as good, because the fill reads it.
      hasEvent: hasEvent || hasCalendar,
      hasPerson,
    },
  };
}
