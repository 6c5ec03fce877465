import type { PageState } from '../clips/ThisPage.tsx';
import { errorText } from './error-text.ts';
import type { InspectedPage } from './use-page.ts';

/** What "This page" shows of what the background found in the tab. */
export function pageState(inspected: InspectedPage): PageState {
  if (!inspected) return { state: 'reading' };
  if (!inspected.ok) return { state: 'not-clippable', reason: errorText(inspected.error) };
  const { page, hasSelection, selectionPreview, recording, ...offers } = inspected.value;
  const { embedUrl, hasEvent, hasPerson } = offers;
  return {
    state: 'clippable',
    title: page.cleanTitle || page.title,
    host: URL.parse(page.url)?.host ?? '',
    hasSelection,
    preview: selectionPreview,
    offers: {
      recording: recording && { kind: recording.kind, playing: recording.playing },
      embedUrl,
      hasEvent,
      hasPerson,
    },
  };
}
