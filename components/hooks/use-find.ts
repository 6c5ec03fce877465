import { useMemo, useState } from 'preact/hooks';
import { errorText } from '../../lib/client/error-text.ts';
import { whyLeft } from '../../lib/client/history.ts';
import { tCount } from '../../lib/client/i18n.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { rewrite, undoStep } from '../../lib/client/services.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { findInItems, type Match, replaceInItems } from '../../lib/posts/find-in-post.ts';

interface Searched {
  /** Undefined until they are read. */
  items: readonly Item[] | undefined;
  /** The site shows raw HTML in Markdown. */
  rawHtml: boolean;
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
  /** Called with the current match. */
  onMatch(match: Match): void;
}

/** Finds words in all blocks of a post, and replaces them as one step of its history. */
export function useFind({ items = [], rawHtml, showNotice, offerUndo, onMatch }: Searched) {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [by, setBy] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wanted, setAt] = useState(0);
  const search = { query, matchCase, rawHtml };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `search` is made of these each time
  const matches = useMemo(
    () => (isOpen ? findInItems(items, search) : []),
    [isOpen, items, query, matchCase, rawHtml],
  );
  const at = Math.min(wanted, Math.max(matches.length - 1, 0));
  const current = matches[at];
  const goTo = (index: number, among: readonly Match[] = matches) => {
    const match = among[index];
    setAt(index);
    if (match) onMatch(match);
  };
  const narrow = (changes: Partial<typeof search>) => {
    setAt(0);
    const [first] = findInItems(items, { ...search, ...changes });
    if (first) onMatch(first);
  };
  /** @returns the text of the blocks afterwards */
  const replace = async (chosen: readonly Match[]) => {
    const { replacements, count } = replaceInItems(items, chosen, by, rawHtml);
    if (count === 0) return;
    const written = await rewrite(replacements);
    if (!written.ok) return showNotice({ text: errorText(written.error), bad: true });
    const { changeId } = written.value;
    if (changeId === undefined) return;
    offerUndo({
      text: tCount('find_replaced', count),
      async run() {
        const left = whyLeft(await undoStep(changeId), 'popup_undo_nothing');
        if (left) showNotice({ text: left, bad: true });
      },
    });
  };
  return {
    isOpen,
    ...{ query, by, matchCase, matches, at, current },
    open(words: string) {
      setOpen(true);
      if (words === '') return;
      setQuery(words);
      narrow({ query: words });
    },
    close: () => setOpen(false),
    setQuery(text: string) {
      setQuery(text);
      narrow({ query: text });
    },
    setBy,
    setMatchCase(isMatched: boolean) {
      setMatchCase(isMatched);
      narrow({ matchCase: isMatched });
    },
    step(by: 1 | -1) {
      if (matches.length > 0) goTo((at + by + matches.length) % matches.length);
    },
    /** Replaces the current match, and goes to the next. */
    replaceOne() {
      if (!current || current.isFixed) return;
      const { replacements } = replaceInItems(items, [current], by, rawHtml);
      const [made] = replacements;
      if (!made) return;
      const after = items.map((item) =>
        item.id === made.id ? ({ ...item, ...made.changes } as Item) : item,
      );
      const left = findInItems(after, search);
      // The matches after it are the same, though their positions may change.
      const behind = matches.length - at - 1;
      goTo(behind > 0 ? left.length - behind : 0, left);
      void replace([current]);
    },
    replaceAll: () => void replace(matches),
  };
}

export type Find = ReturnType<typeof useFind>;
