import { useEffect, useState } from 'preact/hooks';
import { deps } from '../../lib/client/services.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { clipOf, type Item, type Quote } from '../../lib/core/post/item.ts';
import { compareOrder } from '../../lib/core/post/order.ts';

/**
 * The quotes of its post that are the same clip as one, in their order; undefined for what is no quote.
 * @param ids of the list it is in: read again when another is in it, or in another order
 */
export function useQuoteBlocks(
  item: Item | undefined,
  ids: readonly string[] | undefined,
): readonly Quote[] | undefined {
  const quote = item?.kind === 'quote' ? item : undefined;
  const [read, setRead] = useState<{ clip: string; blocks: readonly Quote[] }>();
  const clip = quote && clipOf(quote);
  // One that was never cut in two is alone: no half is as it was captured.
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
  // What is typed shows at once.
  return isThere ? blocks.map((each) => (each.id === quote.id ? quote : each)) : [quote];
}
