/** A picture path in a post that means one of the site's own files. */
export interface LocalPath {
  /** From the site's root (`/images/ring.png`), or from the post (`ring.png`). */
  from: 'root' | 'post';
  /** Decoded, without query and fragment. */
  parts: string[];
}

/**
 * Names that Windows, browsers' downloads, Hugo's content folder or a zip's directory would refuse.
 */
const unsafe =
  /[\p{Cc}\p{Cf}<>:"|?*\\]|^\.|[. ]$|^ |^~|^__proto__$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.(?:md|markdown|html?|adoc|org|rst)$/iu;

/** True if a path in a post leads to another site, so no file of ours belongs there. */
export function isElsewhere(path: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/|\\\\)/i.test(path.trim());
}

/** True for a path of the profile that starts neither at the site's root nor on another site. */
export function isRelative(imagePath: string): boolean {
  return !isElsewhere(imagePath) && !imagePath.trim().startsWith('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // The text is not percent-encoded after all.
    return text;
  }
}

/**
 * Equal for a picture's path and for its address in a rendered post, which is more fully encoded.
 */
export function pictureKey(path: string): string {
  return decode(path.trim());
}

/**
 * Returns the file that a path in a post means; undefined if it would leave the site (`..`) or has
 * a name that is not valid on every system. Not for paths elsewhere.
 */
export function parseLocalPath(path: string): LocalPath | undefined {
  const bare = path.trim().replace(/[?#].*$/s, '');
  const parts = bare
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => decode(part).normalize('NFC'));
  const safe = parts.every(
    (part) => part.length <= 200 && !part.includes('/') && !unsafe.test(part),
  );
  if (parts.length === 0 || parts.length > 20 || !safe || bare.endsWith('/')) return undefined;
  return { from: bare.startsWith('/') ? 'root' : 'post', parts };
}

/** Equal for two files that a case-insensitive file system can't distinguish. */
export function fileKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
