import { readBlocks } from './read.ts';
import { withoutComments } from './without-comments.ts';

/** Returns every address that a text links to: in links, in angle brackets, and bare ones. */
export function linkedAddresses(markdown: string): string[] {
  if (!/\]\(|https?:/i.test(markdown)) return [];
  const visible = withoutComments(markdown);
  const found: string[] = [];
  for (const block of readBlocks(visible)) {
    if (!block.holdsWords && block.kind !== 'definition') continue;
    for (const { address, isImage } of block.links) {
      if (!isImage) found.push(plainAddress(visible.slice(address.start, address.end)));
    }
    for (const { kind, start, end } of block.spans) {
      if (kind === 'autolink') found.push(visible.slice(start + 1, end - 1));
    }
    for (const { start, end } of block.bareLinks) {
      found.push(visible.slice(start, end).replace(/[.,:;!?'"*_~)]+$/, ''));
    }
  }
  return found;
}

/**
 * Returns the address that a link's destination means, without its angle brackets, backslashes and
 * entities.
 */
export function plainAddress(written: string): string {
  return written
    .replace(/^<([^<>]*)>$/, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&amp;', '&');
}
