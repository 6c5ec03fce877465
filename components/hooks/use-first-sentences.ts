import { useEffect, useState } from 'preact/hooks';
import { loadOpenPosts } from '../../lib/client/loaded-later.ts';
import { deps } from '../../lib/client/services.ts';
import { whenLoaded } from '../../lib/core/base/load-code.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { FirstSentences } from '../../lib/posts/first-sentences.ts';

/** How many paragraphs are read, because a post introduces the evening at the start. */
const mostParagraphs = 4;

/**
 * The beginning of an opened post; undefined until read, and for a wrap-up that was created here.
 */
export function useFirstSentences(wrapUp: WrapUp | undefined): FirstSentences | undefined {
  const [said, setSaid] = useState<FirstSentences>();
  const id = wrapUp?.opened ? wrapUp.id : undefined;
  useEffect(() => {
    setSaid(undefined);
    if (id === undefined) return;
    let isEnded = false;
    void whenLoaded(loadOpenPosts(), ({ readFirstSentences }) =>
      deps.items.list(id).then(
        (items) => {
          if (!isEnded) setSaid(readFirstSentences(firstParagraphs(items)));
        },
        (thrown: unknown) => noteProblem('details.first-sentences', thrown),
      ),
    );
    return () => {
      isEnded = true;
    };
  }, [id]);
  return said;
}

function firstParagraphs(items: readonly Item[]): string[] {
  const inPost = items.filter(({ tray, hidden }) => tray === undefined && !hidden);
  const first = inPost.findIndex((item) => item.kind === 'note');
  // Text below a second heading is about the evening's talks.
  const rest = first < 0 ? [] : inPost.slice(first);
  const heading = rest.findIndex(({ kind }) => kind === 'section');
  return rest
    .slice(0, heading < 0 ? undefined : heading)
    .flatMap((item) => (item.kind === 'note' ? [item.note] : []))
    .slice(0, mostParagraphs);
}
