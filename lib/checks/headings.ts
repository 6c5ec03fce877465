import type { ReadPost } from './read-post.ts';

/** A heading at the top level of a post. */
export interface Heading {
  level: number;
  title: string;
  start: number;
  end: number;
  /** Index of its block in the post; absent: a shortcode makes it, `{{< h2 >}}`. */
  index?: number;
  /** The number of signs before it; absent: it is underlined. */
  signs?: number;
}

/** Returns the headings of a post in their order. */
export function headingsOf({ blocks, tags, readable }: ReadPost): Heading[] {
  const written = blocks.flatMap(({ block, prose }, index): Heading[] => {
    if (block.kind !== 'heading' || block.containers.length > 0) return [];
    const { start, end } = block;
    const signs = /^#{1,6}/.exec(readable.slice(start, start + 6))?.[0].length;
    const underline = readable.slice(block.words.end, end).trim();
    const level = signs ?? (underline.startsWith('=') ? 1 : 2);
    return [
      { level, title: prose.trim(), start, end, index, ...(signs === undefined ? {} : { signs }) },
    ];
  });
  const made = tags.flatMap(({ name, closes, start, end }): Heading[] => {
    const level = closes ? undefined : /^h([1-6])$/.exec(name ?? '')?.[1];
    return level === undefined ? [] : [{ level: Number(level), title: '', start, end }];
  });
  return [...written, ...made].sort((one, other) => one.start - other.start);
}
