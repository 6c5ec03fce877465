import { cleanUrl } from '../core/address/url.ts';
import type { Stretch } from '../markdown/inline.ts';
import { plainAddress } from '../markdown/linked-addresses.ts';
import type { MarkdownBlock } from '../markdown/read.ts';
import { masked } from '../posts/mask.ts';

/** Something in a post that leads somewhere, or shows a picture. */
export interface PostLink extends Stretch {
  kind: 'link' | 'image' | 'autolink' | 'bare' | 'definition';
  /** Where its address is written, without angle brackets. */
  at: Stretch;
  /** Its address as a browser takes it. */
  address: string;
  /** What stands between its brackets, as it is written; '' if it has none. */
  label: string;
  /** It is around a picture. */
  aroundPicture: boolean;
}

/** Labels by which a post's definitions are linked to. */
export function definedLabels(text: string, block: MarkdownBlock): string[] {
  return definitions(text, block).map(({ start, at }) =>
    labelKey(text.slice(start + 1, text.lastIndexOf(']:', at.start))),
  );
}

/** Labels that differ in case and white space alone are the same (CommonMark 4.7). */
const labelKey = (label: string) => label.trim().toLowerCase().replace(/\s+/g, ' ');

/** True if words link somewhere by a definition: `[words][label]`, `[label]`. */
export function hasReference(prose: string, labels: ReadonlySet<string>): boolean {
  if (labels.size === 0) return false;
  return [...prose.matchAll(/\[([^\][]+)\]/g)].some(([, label = '']) =>
    labels.has(labelKey(label)),
  );
}

/** The links and pictures of a block, in their order. Addresses with shortcodes in them are left out. */
export function findLinks(text: string, block: MarkdownBlock): PostLink[] {
  if (block.kind === 'definition') return definitions(text, block);
  if (!block.holdsWords) return [];
  const links: PostLink[] = [];
  /** Up to where text is a link's own. */
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
    // What looks like an address in a link's words is no link of its own.
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

/** Without the punctuation behind it, as GFM takes an address that stands in a text. */
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

/** `[label]: address`, a line each. */
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

/** Two addresses with the same key lead to the same place: neither scheme, `www.`, nor what tracks makes them two. */
export function linkKey(address: string): string {
  return cleanUrl(address)
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/(?=$|[?#])/, '');
}

/** True if it leads to a page of the web. */
export const isWebLink = ({ kind, address }: PostLink): boolean =>
  kind !== 'image' && /^(?:https?:\/\/|www\.)[^/]/i.test(address);
