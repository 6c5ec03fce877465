import { cleanUrl, pageAddress } from '../core/address/url.ts';
import type { Item, Moment, Note } from '../core/post/item.ts';
import { parseMediaAddress } from '../sites/media-address.ts';

/** The items that a timeline shows. */
export type TimelineEntry = Moment | (Note & { takenAt: string });

export interface TimelineGroup {
  /** Equal for two addresses of one recording; '' for notes without a recording. */
  key: string;
  /** Title of the recording, or ''. */
  title: string;
  mediaUrl: string;
  /** In the order of the recording, or of the day. */
  entries: TimelineEntry[];
}

/** Returns the same for all addresses of one recording, whatever their form. */
export function recordingKey(mediaUrl: string): string {
  return parseMediaAddress(mediaUrl)?.canonicalUrl ?? pageAddress(cleanUrl(mediaUrl));
}

/** True for an item that a timeline shows. */
export function isTimelineEntry(item: Item): item is TimelineEntry {
  return item.kind === 'moment' || (item.kind === 'note' && item.takenAt !== undefined);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function compareEntries(a: TimelineEntry, b: TimelineEntry): number {
  if (a.kind === 'moment' && b.kind === 'moment') {
    return a.startSeconds - b.startSeconds || compareText(a.createdAt, b.createdAt);
  }
  return a.kind === 'note' && b.kind === 'note' ? compareText(a.takenAt, b.takenAt) : 0;
}

/**
 * Returns the moments of a wrap-up, recording by recording in the order of the post, each in the
 * order of the recording; then the notes that were taken without one.
 */
export function timelineOf(items: readonly Item[]): TimelineGroup[] {
  const groups = new Map<string, TimelineGroup>();
  const notes: TimelineEntry[] = [];
  for (const item of items) {
    if (!isTimelineEntry(item)) continue;
    if (item.kind === 'note') {
      notes.push(item);
      continue;
    }
    const { mediaUrl, mediaTitle } = item;
    const key = recordingKey(mediaUrl);
    const group = groups.get(key) ?? { key, title: '', mediaUrl, entries: [] };
    group.title ||= mediaTitle;
    group.entries.push(item);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  if (notes.length > 0) all.push({ key: '', title: '', mediaUrl: '', entries: notes });
  for (const { entries } of all) entries.sort(compareEntries);
  return all;
}

/** True if the post has the entries of a group in another order. */
export function isOutOfOrder({ entries }: TimelineGroup): boolean {
  return entries.some((entry, at) => {
    const before = entries[at - 1];
    return before !== undefined && before.order > entry.order;
  });
}

/**
 * Returns the entry at a recording's position: the last one that has begun; undefined before the
 * first.
 */
export function entryAt(
  groups: readonly TimelineGroup[],
  mediaUrl: string,
  seconds: number,
): TimelineEntry | undefined {
  const key = recordingKey(mediaUrl);
  const group = groups.find((each) => each.key === key);
  return group?.entries.findLast(
    (entry) => entry.kind === 'moment' && entry.startSeconds <= seconds,
  );
}
