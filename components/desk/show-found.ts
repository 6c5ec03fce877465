import type { Match } from '../../lib/posts/find-in-post.ts';

interface Found {
  query: string;
  matchCase: boolean;
  matches: readonly Match[];
  current: Match | undefined;
}

const names = { all: 'found', current: 'found-here' } as const;

/**
 * Highlights matches on the blocks as they are drawn, now and after every change. Words that
 * emphasis or a link divides are not painted, but their block is highlighted.
 * @returns ends it
 */
export function showFound({ query, matchCase, matches, current }: Found): (() => void) | undefined {
  const list = document.querySelector('.desk-post .clips');
  if (query === '' || !list || typeof Highlight === 'undefined') return undefined;
  const wanted = matchCase ? query : query.toLowerCase();
  const paint = () => {
    const all: Range[] = [];
    const here: Range[] = [];
    for (const body of list.querySelectorAll('.block-body')) {
      const ranges = rangesIn(body, wanted, matchCase);
      const id = body.closest<HTMLElement>('[data-id]')?.dataset.id;
      const inBlock = matches.filter((match) => match.id === id);
      const at = current?.id === id ? inBlock.indexOf(current as Match) : -1;
      // Matches in addresses and alt texts are not drawn as words.
      const isSame = ranges.length === inBlock.length;
      ranges.forEach((range, index) => {
        (isSame && index === at ? here : all).push(range);
      });
    }
    CSS.highlights.set(names.all, new Highlight(...all));
    CSS.highlights.set(names.current, new Highlight(...here));
  };
  paint();
  const drawn = new MutationObserver(paint);
  drawn.observe(list, { childList: true, subtree: true, characterData: true });
  return () => {
    drawn.disconnect();
    for (const name of Object.values(names)) CSS.highlights.delete(name);
  };
}

function rangesIn(body: Element, wanted: string, matchCase: boolean): Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const data = node.nodeValue ?? '';
    const text = matchCase ? data : data.toLowerCase();
    // Text that is longer in lower case would be painted in the wrong place.
    if (text.length !== data.length) continue;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      ranges.push(range);
    }
  }
  return ranges;
}
