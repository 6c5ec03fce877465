import { useEffect, useState } from 'preact/hooks';
import { loadPostNodes } from '../../lib/client/loaded-later.ts';
import type { PostNode } from '../../lib/client/post-nodes.ts';
import { whenLoaded } from '../../lib/core/base/load-code.ts';
import { defaultProfile, type Profile } from '../../lib/core/post/profile.ts';
import { dialectOf } from '../../lib/render/dialects/registry.ts';

type ReadPost = (markdown: string) => PostNode[];

/** What reads Markdown as a post of the profile's site shows it, loaded when it is first wanted. */
export function usePostReader(
  isWanted: boolean,
  profile: Pick<Profile, 'layout'> | undefined,
): ReadPost | undefined {
  const { shown } = dialectOf(profile ?? defaultProfile);
  const [read, setRead] = useState<ReadPost>();
  useEffect(() => {
    if (!isWanted) return;
    let outdated = false;
    void whenLoaded(loadPostNodes(), ({ postNodes }) => {
      if (outdated) return;
      setRead(() => (markdown: string) => postNodes(shown?.(markdown) ?? markdown));
    });
    return () => {
      outdated = true;
    };
  }, [isWanted, shown]);
  return read;
}
