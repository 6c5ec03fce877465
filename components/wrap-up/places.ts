import { inboxId } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';

/** One line of the switcher. */
export interface PlaceOption {
  id: string;
  title: string;
  archived: boolean;
}

/**
 * Returns what the switcher lists: the wrap-ups as given, the inbox after the open ones, and
 * archived ones last, only on request or if a search finds nothing else.
 */
export function placeOptions(
  wrapUps: readonly WrapUp[],
  inboxTitle: string,
  query: string,
  withArchived: boolean,
): PlaceOption[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (option: PlaceOption) =>
    words.every((word) => option.title.toLowerCase().includes(word));
  const options = wrapUps.map((wrapUp) => ({
    id: wrapUp.id,
    title: wrapUp.title,
    archived: wrapUp.archivedAt !== null,
  }));
  const open = options.filter((option) => !option.archived);
  const archived = options.filter((option) => option.archived);
  return [
    ...open,
    { id: inboxId, title: inboxTitle, archived: false },
    ...(withArchived || words.length > 0 ? archived : []),
  ].filter(matches);
}
