import { useEffect, useState } from 'preact/hooks';
import type { PostNode } from '../../lib/client/post-nodes.ts';

type ReadPost = (markdown: string) => PostNode[];

/** What reads Markdown as a post shows it, loaded when it is first wanted. */
export function usePostReader(isWanted: boolean): ReadPost | undefined {
  const [read, setRead] = useState<ReadPost>();
  useEffect(() => {
    if (!isWanted) return;
    let outdated = false;
    void import('../../lib/client/post-nodes.ts').then(({ postNodes }) => {
      if (!outdated) setRead(() => postNodes);
    });
    return () => {
      outdated = true;
    };
  }, [isWanted]);
  return read;
}
