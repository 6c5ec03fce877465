import { otherAddresses } from './other-addresses.ts';
import { readBlocks } from './read.ts';

/**
 * Changes some of the addresses that a text links to, including those of pictures, definitions and
 * HTML; everything else stays, byte for byte.
 * @param change returns the new address for one as it is written; undefined: it stays
 */
export function changeAddresses(
  markdown: string,
  change: (written: string) => string | undefined,
): string {
  let changed = '';
  let at = 0;
  const ofLinks = markdown.includes('](')
    ? readBlocks(markdown).flatMap((block) => (block.holdsWords ? block.links : []))
    : [];
  const places = [...ofLinks.map(({ address }) => address), ...otherAddresses(markdown)].sort(
    (one, other) => one.start - other.start,
  );
  for (const { start, end } of places) {
    const to = start < at ? undefined : change(markdown.slice(start, end));
    if (to === undefined) continue;
    changed += markdown.slice(at, start) + to;
    at = end;
  }
  return changed + markdown.slice(at);
}
