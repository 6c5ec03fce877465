import { useEffect, useState } from 'preact/hooks';
import { addressKey, type LinkTarget } from '../../lib/clips/link-targets.ts';
import { parseWebUrl } from '../../lib/core/address/web-url.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { foldText, rank } from '../../lib/core/text/rank.ts';
import type { TextLinksProps } from './TextLinks.tsx';
import { findableTarget } from './target-kinds.ts';

export type Found = readonly ReturnType<typeof findableTarget>[];

/**
 * Returns the targets that match a query; a typed or pasted address is itself one.
 * @param words the link's text: before anything is typed, targets with that name come first
 */
export function targetsFor(query: string, found: Found | undefined, words = ''): LinkTarget[] {
  const ranked = query === '' ? calledFirst(words, found ?? []) : rank(query, found ?? []);
  const url = query.trim();
  if (!/^https?:\/\/\S+$/i.test(url) || !parseWebUrl(url)) return ranked;
  if (ranked.some((target) => target.url === url)) return ranked;
  return [addressTarget(url), ...ranked];
}

const addressTarget = (url: string, of = ''): LinkTarget => ({
  ...{ kind: 'link', title: '', url, of, used: false, clipIds: [] },
});

/**
 * Returns the targets with the address in the clipboard at the top; if one of them has this
 * address, that target comes first.
 */
export function withClipboard(
  targets: readonly LinkTarget[],
  url: string,
  of: string,
): readonly LinkTarget[] {
  const key = addressKey(url);
  const known = targets.find((target) => addressKey(target.url) === key);
  const others = targets.filter((target) => target !== known);
  return [known ? { ...known, of } : addressTarget(url, of), ...others];
}

function calledFirst(words: string, found: Found): LinkTarget[] {
  const wanted = foldText(words.replace(/\s+/g, ' ').trim());
  // A single letter occurs in nearly everything.
  const isCalled = ({ name }: Found[number]) =>
    wanted.length > 1 && (name.includes(wanted) || (name.length > 1 && wanted.includes(name)));
  const called: LinkTarget[] = [];
  const others: LinkTarget[] = [];
  for (const each of found) (isCalled(each) ? called : others).push(each.value);
  return [...called, ...others];
}

/**
 * What can be linked to: read once a field accepts links, so that it is ready, and again at every
 * request.
 */
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a field accepts links; opening a choice reads again
  useEffect(() => void refresh(), []);
  return { found, refresh };
}
