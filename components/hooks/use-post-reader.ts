import { useEffect, useState } from 'preact/hooks';
import { loadPostNodes } from '../../lib/client/loaded-later.ts';
import type { PostNode } from '../../lib/client/post-nodes.ts';
import { whenLoaded } from '../../lib/core/base/load-code.ts';
import { defaultProfile, type Profile } from '../../lib/core/post/profile.ts';
import { dialectOf } from '../../lib/render/dialects/registry.ts';

/**
 * @param markdown of one block
 * @param definitions of links, from the whole post
 */
type ReadPost = (markdown: string, definitions: string) => PostNode[];

/** Generators that use typographic quotes, dashes and dots unless the site says otherwise. */
const typographers: ReadonlySet<Profile['layout']> = new Set([
  'hugo-static',
  'hugo-bundle',
  'jekyll',
  'astro',
]);

/** Reads Markdown as a post of the profile's site shows it; loaded when first needed. */
export function usePostReader(
  isWanted: boolean,
  profile: Pick<Profile, 'layout' | 'rawHtml'> | undefined,
): ReadPost | undefined {
  const { layout, rawHtml } = profile ?? defaultProfile;
  const [read, setRead] = useState<ReadPost>();
  useEffect(() => {
    if (!isWanted) return;
    let outdated = false;
    void whenLoaded(loadPostNodes(), ({ postNodes }) => {
      if (outdated) return;
      const { shown } = dialectOf({ layout });
      const typographer = typographers.has(layout);
      setRead(
        () => (markdown: string, definitions: string) =>
          postNodes(shown?.(markdown) ?? markdown, { rawHtml, typographer, definitions }),
      );
    });
    return () => {
      outdated = true;
    };
  }, [isWanted, layout, rawHtml]);
  return read;
}
