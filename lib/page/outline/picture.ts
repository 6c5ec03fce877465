import { absoluteAddress } from './address.ts';
import { briefText } from './brief-text.ts';

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

/** Returns the largest picture of a `srcset`; '' if there is none. Addresses may contain commas. */
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

const lazySets = ['data-srcset', 'data-lazy-srcset'];

/** Names of small, blurred pictures that are shown until the real one is loaded. */
const previewName =
  /(?:^|[/_.?&=,:~-])(?:blur(?:red|hash|up)?|e_blur|lqip|placeholder|preview|tiny|low-?res|blank|spacer|transparent|loading|lazy|1x1)(?=$|[/_.?&=,:~\d-])/i;
/** Widths up to 100 pixels, as picture services write them. */
const smallWidth =
  /[?&,/](?:w|width|resize|resize:fit|size)[=:_/](?:\d{1,2}|100)(?=$|[&,/:x?])|\/w_\d{1,2}[,/]|\/max\/\d{1,2}\//i;
const previewClass =
  /(?:^|[\s_-])(?:blur(?:red|-up)?|lqip|placeholder|thumbnail-blur|progressiveMedia-thumbnail)(?=$|[\s_-])/i;

/** True if an address is that of a preview, as far as it shows. */
export function isPreviewAddress(address: string): boolean {
  return previewName.test(address) || smallWidth.test(address);
}

/** A link in a page's data is a picture's only if it ends like one. */
const isPicturePath = (address: string) =>
  /\.(?:avif|gif|jpe?g|png|svg|webp)(?:$|[?#])/i.test(address);

function lazyAddress(image: Element): string | undefined {
  return lazySources
    .map((name) => ({ name, value: image.getAttribute(name) }))
    .filter(({ name, value }) => name !== 'data-url' || isPicturePath(value ?? ''))
    .map(({ value }) => value)
    .find(isUsable);
}

/** Returns the largest picture of any set around an image. */
function largestInSets(image: Element, names: readonly string[]): string | undefined {
  const holders = [image];
  if (image.parentElement?.localName === 'picture') {
    holders.push(...image.parentElement.querySelectorAll('source'));
  }
  return holders
    .flatMap((holder) => names.map((name) => largestOf(holder.getAttribute(name) ?? '')))
    .find(isUsable);
}

/**
 * Returns the real address of a picture: behind proxies, placeholders, blurred previews and lazy
 * loading. null if none.
 */
export function pictureAddress(image: Element, baseUrl: string | undefined): string | null {
  const canonical = image.getAttribute('data-canonical-src');
  const written = image.getAttribute('src');
  const isPreview =
    !isUsable(written) ||
    isPreviewAddress(written) ||
    previewClass.test(image.getAttribute('class') ?? '');
  const address = [
    canonical,
    // The picture that is loaded later is meant, whatever is shown until then.
    lazyAddress(image),
    largestInSets(image, lazySets),
    isPreview ? largestInSets(image, ['srcset']) : written,
    written,
  ].find((each) => isUsable(each ?? null));
  if (!address) return written?.trim() === '' ? '' : null;
  return absoluteAddress(address, baseUrl);
}

/** How many elements may be beside a preview: the picture, its box, what a script needs. */
const maxBeside = 8;

/** True for a preview beside the real picture, which covers it once it is loaded. */
export function isPreviewOfAnother(image: Element): boolean {
  const written = image.getAttribute('src') ?? '';
  const isPreview =
    !isUsable(written) ||
    isPreviewAddress(written) ||
    previewClass.test(image.getAttribute('class') ?? '');
  if (!isPreview || lazyAddress(image) || largestInSets(image, [...lazySets, 'srcset']))
    return false;
  const around = image.parentElement;
  const box = around?.childElementCount === 1 ? around.parentElement : around;
  if (!box || box.childElementCount > maxBeside) return false;
  const others = [...box.querySelectorAll('img')].filter((other) => other !== image);
  const [other] = others;
  if (!other || others.length > 1 || other.parentElement?.closest('a') !== image.closest('a')) {
    return false;
  }
  const real = pictureAddress(other, undefined);
  return real !== null && !isPreviewAddress(real) && box.textContent.trim() === '';
}

/** True if a picture only counts readers or fills space. */
export function isTrackingPixel(image: Element): boolean {
  const tiny = (value: string | null): boolean =>
    value !== null && /^\s*[01](?:px)?\s*$/.test(value);
  const sides = [tiny(image.getAttribute('width')), tiny(image.getAttribute('height'))];
  if (sides.every(Boolean)) return true;
  // A line without height separates other things.
  if (sides.some(Boolean) && (image.getAttribute('alt') ?? '').trim() === '') return true;
  const style = image.getAttribute('style');
  return (
    style !== null &&
    /(?:^|[;\s])width\s*:\s*[01]px/i.test(style) &&
    /(?:^|[;\s])height\s*:\s*[01]px/i.test(style)
  );
}

/** Pixels up to which a picture without words is an icon. */
const iconPx = 48;

function isIconSize(image: Element): boolean {
  const sides = ['width', 'height'].map((name) =>
    Number.parseFloat(image.getAttribute(name) ?? ''),
  );
  return sides.some((side) => side > 0) && sides.every((side) => !(side > iconPx));
}

/** A picture with at least this many pixels is meant to be looked at. */
const largePx = 200;

const isLarge = (image: Element): boolean =>
  ['width', 'height'].every((name) => Number.parseFloat(image.getAttribute(name) ?? '') >= largePx);

/**
 * True for a picture that its page calls decoration, by an empty alternative text: hidden from
 * screen readers, as small as an icon, or beside the words of a link.
 */
export function isDecoration(image: Element): boolean {
  const alt = image.getAttribute('alt');
  if (alt === null || alt.trim() !== '') return false;
  if (isIconSize(image)) return true;
  const isUntold =
    /^(?:presentation|none)$/i.test(image.getAttribute('role') ?? '') ||
    image.getAttribute('aria-hidden') === 'true';
  // Medium does this with all pictures that have no text of their own.
  if (isUntold && !isLarge(image)) return true;
  const link = image.closest('a[href]');
  const isBeside = link !== null && (briefText(link) ?? '…').trim() !== '';
  return isBeside && /\.svg(?:$|[?#])/i.test(image.getAttribute('src') ?? '');
}

const emojiName = /(?:^|[\s_-])(?:g-?emoji|emoji|wp-smiley|smiley|emoticon)(?:$|[\s_-])/i;
const onlyEmoji =
  /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\u{fe0f}?|\p{Regional_Indicator}{2})+$/v;

/** Returns the characters whose numbers name a picture's file: `…/1f468-200d-1f4bb.png`. */
function emojiInAddress(address: string): string {
  const codes =
    /\/(?:emoji_u|u)?([\da-f]{2,6}(?:[-_][\da-f]{2,6}){0,9})(?:@\dx)?\.(?:png|svg|webp|gif)(?:$|[?#])/i.exec(
      address,
    )?.[1];
  if (codes === undefined) return '';
  const points = codes.split(/[-_]/).map((code) => Number.parseInt(code, 16));
  if (points.some((point) => point > 0x10_ffff)) return '';
  const text = String.fromCodePoint(...points);
  return onlyEmoji.test(text) ? text : '';
}

/** True if a picture replaces these characters, and is not about them. */
function isEmojiPicture(image: Element, address: string): boolean {
  return (
    isIconSize(image) ||
    !isUsable(address) ||
    /emoji|emoticon|smiley|\.svg(?:$|[?#])/i.test(address) ||
    emojiInAddress(address) !== '' ||
    emojiName.test(image.getAttribute('class') ?? '')
  );
}

/** Returns text that a page shows as a small picture; null for real pictures. */
export function emojiText(image: Element): string | null {
  const alt = image.getAttribute('alt');
  if (!alt) return null;
  const address = image.getAttribute('src') ?? '';
  if (onlyEmoji.test(alt.trim()) && isEmojiPicture(image, address)) return alt.trim();
  const hints = ['class', 'data-stringify-type', 'data-type'].map((name) =>
    image.getAttribute(name),
  );
  const around = image.parentElement?.localName === 'g-emoji' ? 'emoji' : '';
  if (![...hints, around].some((hint) => emojiName.test(hint ?? ''))) return null;
  return emojiInAddress(address) || alt;
}
