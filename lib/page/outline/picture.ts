import { absoluteAddress } from './address.ts';

const lazySources = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-full-src',
  'data-hi-res-src',
  'data-actualsrc',
  'data-url',
];

interface Candidate {
  address: string;
  size: number;
}

/** The largest picture of a `srcset`; '' where there is none. Addresses may hold commas. */
function largestOf(srcset: string): string {
  let best: Candidate = { address: '', size: 0 };
  for (const entry of srcset.split(/,(?=\s)|(?<=\s[\d.]{1,8}[wx]),/)) {
    const [address = '', descriptor = '1x'] = entry.trim().split(/\s+/);
    const size = Number.parseFloat(descriptor);
    if (address !== '' && size > best.size) best = { address, size };
  }
  return best.address;
}

function isUsable(address: string | null): address is string {
  return address !== null && address.trim() !== '' && !/^\s*(?:data|blob|about):/i.test(address);
}

/** The address a picture is really at: behind proxies, placeholders and lazy loading. null if none. */
export function pictureAddress(image: Element, baseUrl: string | undefined): string | null {
  const canonical = image.getAttribute('data-canonical-src');
  const written = image.getAttribute('src');
  let address = isUsable(canonical) ? canonical : null;
  const lazy = lazySources.map((name) => image.getAttribute(name)).find(isUsable);
  // A placeholder is small, or named so; where a lazy address is given beside it, that one is meant.
  const placeholder =
    lazy !== undefined &&
    (!isUsable(written) || /placeholder|blank|spacer|loading|lazy|1x1/i.test(written));
  if (!address)
    address = placeholder ? (lazy ?? null) : isUsable(written) ? written : (lazy ?? null);
  if (!address) {
    const sets = [image.getAttribute('srcset'), image.getAttribute('data-srcset')];
    if (image.parentElement?.localName === 'picture') {
      for (const source of image.parentElement.querySelectorAll('source')) {
        sets.push(source.getAttribute('srcset'), source.getAttribute('data-srcset'));
      }
    }
    address = sets.map((set) => (set ? largestOf(set) : '')).find(isUsable) ?? null;
  }
  if (address === null) return written?.trim() === '' ? '' : null;
  return absoluteAddress(address, baseUrl);
}

/** A picture that only counts readers. */
export function isTrackingPixel(image: Element): boolean {
  const tiny = (value: string | null): boolean =>
    value !== null && /^\s*[01](?:px)?\s*$/.test(value);
  if (tiny(image.getAttribute('width')) && tiny(image.getAttribute('height'))) return true;
  const style = image.getAttribute('style');
  return (
    style !== null &&
    /(?:^|[;\s])width\s*:\s*[01]px/i.test(style) &&
    /(?:^|[;\s])height\s*:\s*[01]px/i.test(style)
  );
}

/** A picture that the page calls decoration, or a small one without a name. */
export function isDecoration(image: Element): boolean {
  if (image.getAttribute('alt') !== '') return false;
  const role = image.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  if (image.getAttribute('aria-hidden') === 'true') return true;
  const small = (value: string | null): boolean =>
    value !== null && /^\s*\d{1,2}(?:px)?\s*$/.test(value) && Number.parseInt(value, 10) <= 16;
  return small(image.getAttribute('width')) && small(image.getAttribute('height'));
}

/** Text that a page shows as a small picture; null for real pictures. */
export function emojiText(image: Element): string | null {
  const alt = image.getAttribute('alt');
  if (!alt) return null;
  const classes = image.getAttribute('class') ?? '';
  if (/(?:^|[\s_-])(?:emoji|wp-smiley|smiley|emoticon)(?:$|[\s_-])/i.test(classes)) return alt;
  return null;
}
