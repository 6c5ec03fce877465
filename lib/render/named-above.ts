import { sourceAddress } from '../clips/clip-source.ts';
import { addressKey } from '../clips/link-targets.ts';
import type { ItemEdits } from '../core/post/edits.ts';
import type { Item } from '../core/post/item.ts';
import { linkedAddresses } from '../markdown/linked-addresses.ts';

/**
 * What a clip becomes that is put below a text: a quote does not name its source again if the paragraph right above
 * links to that page; one below a list does, since its last entry leads in to nothing. Nothing, if its note-taker has
 * said how the source is named, or has words of theirs before it.
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
