import { useEffect, useState } from 'preact/hooks';
import { deps } from '../../lib/client/services.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { clipOf, type Item, type Quote } from '../../lib/core/post/item.ts';
import { compareOrder } from '../../lib/core/post/order.ts';

/**
 * The quotes of the post that are blocks of the same clip, in their order; undefined if the item is
 * no quote.
 * @param ids of its list; they are read again if the list or its order changes
 */
export function useQuoteBlocks(
  item: Item | undefined,
  ids: readonly string[] | undefined,
): readonly Quote[] | undefined {
  const quote = item?.kind === 'quote' ? item : undefined;
  const [read, setRead] = useState<{ clip: string; blocks: readonly Quote[] }>();
  const clip = quote && clipOf(quote);
  // A quote that was never split has no other blocks; a half always differs from the captured
  // words.
  const mayBeHalf = quote !== undefined && quote.editedMarkdown !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `clip` stands for the quote, which is new with every letter; `ids` changes with its wrap-up
  useEffect(() => {
    let current = true;
    if (clip === undefined || !quote || !mayBeHalf) return;
    deps.items.withFingerprint(quote.fingerprint).then(
      (found) => {
        const isBlock = (each: Item): each is Quote =>
          each.kind === 'quote' &&
          clipOf(each) === clip &&
          each.wrapUpId === quote.wrapUpId &&
          each.tray === undefined;
        if (current) setRead({ clip, blocks: found.filter(isBlock).sort(compareOrder) });
      },
      (thrown: unknown) => noteProblem('quote.blocks', thrown),
    );
    return () => {
      current = false;
    };
  }, [clip, mayBeHalf, ids]);
  if (!quote) return undefined;
  const blocks = mayBeHalf && read !== undefined && read.clip === clip ? read.blocks : [];
  const isThere = blocks.some(({ id }) => id === quote.id);
  // Typed text shows at once.
  return isThere ? blocks.map((each) => (each.id === quote.id ? quote : each)) : [quote];
}
