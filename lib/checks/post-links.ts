import { cleanUrl } from '../core/address/url.ts';
import type { Stretch } from '../markdown/inline.ts';
import { plainAddress } from '../markdown/linked-addresses.ts';
import type { MarkdownBlock } from '../markdown/read.ts';
import { masked } from '../posts/mask.ts';

/** A link or a picture in a post. */
export interface PostLink extends Stretch {
  kind: 'link' | 'image' | 'autolink' | 'bare' | 'definition';
  /** The position of its address, without angle brackets. */
  at: Stretch;
  /** Its address as a browser reads it. */
  address: string;
  /** The text between its brackets, as written; '' if it has none. */
  label: string;
  /** True if it is around a picture. */
  aroundPicture: boolean;
}

/** Returns the labels of a post's link definitions. */
export function definedLabels(text: string, block: MarkdownBlock): string[] {
  return definitions(text, block).map(({ start, at }) =>
    labelKey(text.slice(start + 1, text.lastIndexOf(']:', at.start))),
  );
}

/** Labels that differ only in case and white space are the same (CommonMark 4.7). */
const labelKey = (label: string) => label.trim().toLowerCase().replace(/\s+/g, ' ');

/** True if words link somewhere by a definition: `[words][label]`, `[label]`. */
export function hasReference(prose: string, labels: ReadonlySet<string>): boolean {
  if (labels.size === 0) return false;
  return [...prose.matchAll(/\[([^\][]+)\]/g)].some(([, label = '']) =>
    labels.has(labelKey(label)),
  );
}

/**
 * Returns the links and pictures of a block, in their order. Addresses with shortcodes in them are
 * left out.
 */
export function findLinks(text: string, block: MarkdownBlock): PostLink[] {
  if (block.kind === 'definition') return definitions(text, block);
  if (!block.holdsWords) return [];
  const links: PostLink[] = [];
  /** Up to here, the text belongs to a link. */
  let taken = 0;
  const written = block.links.map((link): PostLink => {
    const label = text.slice(link.label.start, link.label.end);
    return {
      kind: link.isImage ? 'image' : 'link',
      start: link.start,
      end: link.end,
      ...placed(text, link.address),
      label,
      aroundPicture: !link.isImage && /^\s*!\[/.test(label),
    };
  });
  const others = [...autolinks(text, block), ...bareLinks(text, block)];
  for (const link of [...written, ...others].sort((one, other) => one.start - other.start)) {
    // Text that looks like an address within a link's words is no separate link.
    if (link.kind !== 'image' && link.start < taken) continue;
    if (link.kind === 'link') taken = link.end;
    if (!link.address.includes(masked)) links.push(link);
  }
  return links;
}

function placed(text: string, { start, end }: Stretch): Pick<PostLink, 'at' | 'address'> {
  const written = text.slice(start, end);
  const isAngled = written.startsWith('<') && written.endsWith('>');
  return {
    at: isAngled ? { start: start + 1, end: end - 1 } : { start, end },
    address: plainAddress(written),
  };
}

const alone = { label: '', aroundPicture: false };

function autolinks(text: string, block: MarkdownBlock): PostLink[] {
  return block.spans
    .filter(({ kind }) => kind === 'autolink')
    .map(({ start, end }) => ({
      kind: 'autolink',
      start,
      end,
      at: { start: start + 1, end: end - 1 },
      address: text.slice(start + 1, end - 1),
      ...alone,
    }));
}

function bareLinks(text: string, block: MarkdownBlock): PostLink[] {
  return block.bareLinks.flatMap((word): PostLink[] => {
    const found = text.slice(word.start, word.end);
    const from = found.search(/https?:\/\/|www\./i);
    if (from < 0) return [];
    const start = word.start + from;
    const end = start + addressLength(found.slice(from));
    const address = text.slice(start, end);
    return [{ kind: 'bare', start, end, at: { start, end }, address, ...alone }];
  });
}

/** Returns the length without trailing punctuation, as GFM reads a bare address. */
function addressLength(word: string): number {
  let opened = 0;
  for (const char of word) if (char === '(') opened++;
  let closed = 0;
  for (const char of word) if (char === ')') closed++;
  let end = word.length;
  for (; end > 0; end--) {
    const char = word.charAt(end - 1);
    if (char === ')' && closed > opened) closed--;
    else if (char === ')' || !'.,:;!?\'"*_~'.includes(char)) break;
  }
  return end;
}

/** Returns the definitions, `[label]: address`, one on each line. */
function definitions(text: string, block: MarkdownBlock): PostLink[] {
  return block.contentStarts.flatMap((start): PostLink[] => {
    const lineEnd = text.indexOf('\n', start);
    const line = text.slice(start, Math.min(lineEnd < 0 ? text.length : lineEnd, block.end));
    const found = /^\[(?:[^\][\\]|\\.)+\]:[ \t]*(?=(<[^<>]*>|\S+))/.exec(line);
    if (found?.[1] === undefined) return [];
    const from = start + found[0].length;
    const end = from + found[1].length;
    return [{ kind: 'definition', start, end, ...placed(text, { start: from, end }), ...alone }];
  });
}

/**
 * Two addresses with the same key lead to the same place: scheme, `www.` and tracking parameters do
 * not count.
 */
export function linkKey(address: string): string {
  return cleanUrl(address)
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/(?=$|[?#])/, '');
}

/** True if it leads to a web page. */
export const isWebLink = ({ kind, address }: PostLink): boolean =>
  kind !== 'image' && /^(?:https?:\/\/|www\.)[^/]/i.test(address);

/**
 * True if its words are a reference that is linked each time: code (`` `map()` ``), an issue's
 * number (`#12`, `ABC-12`), or an account (`@ada`).
 */
export const isReference = ({ label }: PostLink): boolean =>
  /^\s*(?:`[^`]+`|\\?@\S+|(?:[\w.-]+\/[\w.-]+)?\\?#\d+|[A-Z]+-\d+)\s*$/.test(label);
