const entity = /&(?=#\d+;|#x[\da-f]+;|[a-z][a-z\d]{1,31};)/gi;
// biome-ignore lint/suspicious/noControlCharactersInRegex: an address contains none of them
const unsafe = /[\u0000-\u0020\u007f<>\\`]|\{(?=\{)/g;

/** Matches most addresses. */
const plain = /^[\w:/.?=#%+,~@!$*'-]+$/;

const percent = (character: string): string =>
  `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Balanced parentheses may be in an address unescaped (CommonMark: to a depth of 32). */
function parenthesesPair(address: string): boolean {
  let depth = 0;
  for (const character of address) {
    if (character === '(') depth++;
    else if (character === ')') depth--;
    if (depth < 0 || depth > 30) return false;
  }
  return depth === 0;
}

/** Writes an address for the parentheses of a link or picture. */
export function destination(address: string, inCell: boolean): string {
  if (plain.test(address)) return address;
  let safe = address.replace(unsafe, percent).replace(entity, '&amp;');
  if (/[()]/.test(safe) && !parenthesesPair(safe)) safe = safe.replace(/[()]/g, '\\$&');
  return inCell ? safe.replaceAll('|', '%7C') : safe;
}

/**
 * Writes address and title in parentheses. Line breaks in a title become entities, so that they
 * begin no line.
 */
export function target(address: string, title: string, inCell: boolean): string {
  const safe = destination(address, inCell);
  if (title === '') return `(${safe})`;
  const quoted = title
    .replace(/["\\]/g, '\\$&')
    .replace(entity, '&amp;')
    .replace(/\{(?=\{)/g, '&#123;')
    .replace(/\r\n?|\n/g, '&#10;');
  return `(${safe === '' ? '<>' : safe} "${inCell ? quoted.replaceAll('|', '\\|') : quoted}")`;
}

const autolink = /^[a-z][a-z0-9+.-]{1,31}:[^\s<>\\`|{}]*$/i;
const mail = /^[\w.+-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/** Writes `<https://…>` if a link's text is its address; null otherwise. */
export function autolinkFor(address: string, text: string): string | null {
  if (text === address && autolink.test(text)) return `<${text}>`;
  if (address === `mailto:${text}` && text.length < 250 && mail.test(text)) return `<${text}>`;
  return null;
}
