import { useEffect, useState } from 'preact/hooks';
import type { LinkTarget } from '../../lib/clips/link-targets.ts';
import { parseWebUrl } from '../../lib/core/address/web-url.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { rank } from '../../lib/core/text/rank.ts';
import type { TextLinksProps } from './TextLinks.tsx';
import { findableTarget } from './target-kinds.ts';

export type Found = readonly ReturnType<typeof findableTarget>[];

/** The targets that a query finds; an address that is typed or pasted there is one itself. */
export function targetsFor(query: string, found: Found | undefined): LinkTarget[] {
  const ranked = rank(query, found ?? []);
  const url = query.trim();
  if (!/^https?:\/\/\S+$/i.test(url) || !parseWebUrl(url)) return ranked;
  if (ranked.some((target) => target.url === url)) return ranked;
  return [{ kind: 'link', title: '', url, of: '', used: false, clipIds: [] }, ...ranked];
}

/** What can be linked to: read once a field takes links, so that it is there, and again whenever it is asked for. */
export function useTargets(read: TextLinksProps['read']) {
  const [found, setFound] = useState<Found>();
  const refresh = async (): Promise<Found | undefined> => {
    try {
      const targets = (await read()).map(findableTarget);
      setFound(targets);
      return targets;
    } catch (thrown) {
      noteProblem('links.read', thrown);
      return undefined;
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a field takes links; who opens a choice asks again
  useEffect(() => void refresh(), []);
  return { found, refresh };
}
