import type { CheckContext } from '../checks/check.ts';
import { earlierLinks, type LinkedPost } from '../checks/earlier-links.ts';
import { type Finding, runChecks } from '../checks/run-checks.ts';

/** What the worker of the checks is told; it answers a draft with its `Finding`s. */
export type CheckMessage =
  | { kind: 'earlier'; posts: readonly LinkedPost[] }
  | {
      kind: 'draft';
      text: string;
      context: CheckContext;
      /** Of the post, milliseconds since 1970, UTC. */
      time: number;
      off: readonly string[];
    };

let linkedBefore = earlierLinks([]);

/** A worker of an extension page, so that half a second of reading a long post holds nobody up. */
addEventListener('message', ({ data }: MessageEvent<CheckMessage>) => {
  if (data.kind === 'earlier') {
    linkedBefore = earlierLinks(data.posts);
    return;
  }
  const { text, context, time, off } = data;
  const found: Finding[] = runChecks(
    text,
    { ...context, linkedBefore: linkedBefore(time) },
    new Set(off),
  );
  postMessage(found);
});
