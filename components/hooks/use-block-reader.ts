import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  type BlockRenderer,
  loadBlockRenderer,
  loadedBlockRenderer,
} from '../../lib/client/loaded-later.ts';
import type { PostNode } from '../../lib/client/post-nodes.ts';
import { whenLoaded } from '../../lib/core/base/load-code.ts';
import type { Item, Quote } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';

/** Reads single blocks of a post, and returns what each shows as data. */
export interface BlockReader {
  /** Returns what an item shows by itself; for a quote without the line that names its source. */
  item(item: Item): readonly PostNode[];
  /** Returns an item's Markdown, as it is in the post. */
  source(item: Item): string;
  /** Returns what Markdown shows. */
  markdown(text: string): readonly PostNode[];
  /** Returns the Markdown that names a quote's source; '' for nothing. */
  attribution(quote: Quote): string;
}

/** How many texts are cached; a screen shows a few dozen. */
const keptTexts = 600;

/** Reads blocks as a site of the profile shows them; undefined until its code is there. */
export function useBlockReader(profile: Profile | undefined): BlockReader | undefined {
  const [code, setCode] = useState(loadedBlockRenderer);
  useEffect(() => {
    void whenLoaded(loadBlockRenderer(), (loaded) => setCode(loaded));
  }, []);
  return useMemo(
    () => (code && profile ? createReader(code, profile) : undefined),
    [code, profile],
  );
}

function createReader(code: BlockRenderer, houseStyle: Profile): BlockReader {
  const profile = code.draftProfile(houseStyle);
  const { shown } = code.dialectOf(profile);
  const items = new WeakMap<Item, readonly PostNode[]>();
  const texts = new Map<string, readonly PostNode[]>();
  const markdown = (text: string) => {
    const known = texts.get(text);
    if (known) return known;
    const nodes = code.postNodes(shown?.(text) ?? text);
    const [oldest] = texts.keys();
    if (oldest !== undefined && texts.size >= keptTexts) texts.delete(oldest);
    texts.set(text, nodes);
    return nodes;
  };
  return {
    markdown,
    source: (item) => code.renderItem(item, profile),
    item(item) {
      const known = items.get(item);
      if (known) return known;
      const bare = item.kind === 'quote' ? { ...item, attribution: 'none' as const } : item;
      const nodes = markdown(code.renderItem({ ...bare, hidden: false }, profile));
      items.set(item, nodes);
      return nodes;
    },
    attribution: (quote) => (quote.sharesSource ? '' : code.renderAttribution(quote, profile)),
  };
}
