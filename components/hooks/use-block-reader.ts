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

/** How single blocks of a post are read: what each shows, as data. */
export interface BlockReader {
  /** What an item shows where nothing beside it matters; of a quote without what names its source. */
  item(item: Item): readonly PostNode[];
  /** An item's Markdown, as it stands in the post. */
  source(item: Item): string;
  /** What Markdown shows. */
  markdown(text: string): readonly PostNode[];
  /** What names a quote's source, as Markdown; '' for nothing. */
  attribution(quote: Quote): string;
}

/** The texts that are kept as they were read; a screen holds some tens. */
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
