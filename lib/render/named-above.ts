import { sourceAddress } from '../clips/clip-source.ts';
import { addressKey } from '../clips/link-targets.ts';
import type { ItemEdits } from '../core/post/edits.ts';
import type { Item } from '../core/post/item.ts';
import { linkedAddresses } from '../markdown/linked-addresses.ts';

/**
 * Returns what changes in a clip that is put below a text: a quote does not name its source again
 * if the paragraph right above links to that page, but one below a list does, since the list's last
 * entry introduces nothing. Nothing changes if the note-taker has chosen how the source is named,
 * or wrote words before the quote.
 */
export function unnamedBelow(clip: Item | undefined, above: string): ItemEdits {
  if (clip?.kind !== 'quote' || clip.attribution !== 'host-path' || clip.note !== '') return {};
  const last =
    above
      .trimEnd()
      .split(/\n[ \t]*\n/)
      .at(-1) ?? '';
  if (listMarker.test(last)) return {};
  const page = pageOf(sourceAddress(clip));
  const isLinked = page !== '' && linkedAddresses(last).some((each) => pageOf(each) === page);
  return isLinked ? { attribution: 'none' } : {};
}

const listMarker = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

const pageOf = (address: string) => addressKey(address.replace(/#.*$/, ''));
