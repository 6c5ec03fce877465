import type { CheckContext, PlacedItem } from '../checks/check.ts';
import { earlierLinks, type LinkedPost } from '../checks/earlier-links.ts';
import { type Finding, runChecks } from '../checks/run-checks.ts';

/**
 * The messages to the worker of the checks; it answers a draft with its `Finding`s. The draft's
 * items come before it.
 */
export type CheckMessage =
  | { kind: 'earlier'; posts: readonly LinkedPost[] }
  /** Some of the items, in their order; `from` is 0 for the first. */
  | { kind: 'items'; items: readonly PlacedItem[]; from: number }
  | {
      kind: 'draft';
      text: string;
      context: Omit<CheckContext, 'items'>;
      /** Time of the post, milliseconds since 1970, UTC. */
      time: number;
      off: readonly string[];
    };

let linkedBefore = earlierLinks([]);
/** Items of the draft that comes next. */
let items: PlacedItem[] = [];

/**
 * A worker of an extension page, because checking a long post takes half a second, which would
 * block the page.
 */
addEventListener('message', ({ data }: MessageEvent<CheckMessage>) => {
  if (data.kind === 'earlier') {
    linkedBefore = earlierLinks(data.posts);
    return;
  }
  if (data.kind === 'items') {
    if (data.from === 0) items = [];
    for (const item of data.items) items.push(item);
    return;
  }
  const { text, context, time, off } = data;
  const all = { ...context, items, linkedBefore: linkedBefore(time) };
  items = [];
  const found: Finding[] = runChecks(text, all, new Set(off));
  postMessage(found);
});
