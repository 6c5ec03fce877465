import { readBlocks } from './read.ts';

/**
 * A text with some of the addresses that it links to changed, those of pictures too; everything else stays, byte for
 * byte. Reference definitions are left alone.
 * @param change the new address for one as it is written; undefined: it stays
 */
export function changeAddresses(
  markdown: string,
  change: (written: string) => string | undefined,
): string {
  if (!markdown.includes('](')) return markdown;
  let changed = '';
  let at = 0;
  const places = readBlocks(markdown)
    .flatMap((block) => (block.holdsWords ? block.links : []))
    .map(({ address }) => address)
    .sort((one, other) => one.start - other.start);
  for (const { start, end } of places) {
    const to = start < at ? undefined : change(markdown.slice(start, end));
    if (to === undefined) continue;
    changed += markdown.slice(at, start) + to;
    at = end;
  }
  return changed + markdown.slice(at);
}
