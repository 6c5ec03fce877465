import { createFileName, createSlug } from './slug.ts';

/** Extensions of the picture types that browsers show. */
const extensions: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
  'image/bmp': 'bmp',
  'image/x-icon': 'ico',
  'image/vnd.microsoft.icon': 'ico',
  'image/apng': 'png',
};
const known = new Set([...Object.values(extensions), 'jpeg']);

/** Returns the last part of an address's path, decoded; '' if there is none. */
export function lastPathPart(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.protocol === 'data:' || parsed.protocol === 'blob:') return '';
  const part = parsed.pathname.split('/').findLast((each) => each !== '') ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    // The text is not percent-encoded after all.
    return part;
  }
}

/**
 * Returns a name for a picture's file, from its address or, failing that, from `fallback`: safe in
 * every file system and in an address, with the extension of its media type, and not one of
 * `taken`.
 */
export function pictureFileName(
  url: string,
  mediaType: string,
  fallback: string,
  taken: ReadonlySet<string>,
): string {
  const part = lastPathPart(url);
  const dot = part.lastIndexOf('.');
  const ending = dot > 0 ? part.slice(dot + 1).toLowerCase() : '';
  const extension = extensions[mediaType] ?? (known.has(ending) ? ending : 'png');
  const name = known.has(ending) ? part.slice(0, dot) : part;
  const safe = createFileName(createSlug(name) || createSlug(fallback) || 'picture', extension);
  return unusedName(safe.slice(0, -extension.length - 1), extension, taken);
}

/**
 * Splits a file's name in two, with the extension that fits its content: `ring.png` that is a JPEG
 * becomes `ring` and `jpg`. An equivalent extension stays.
 */
export function withExtensionOf(
  fileName: string,
  mediaType: string,
): { stem: string; extension: string } {
  const dot = fileName.lastIndexOf('.');
  const ending = dot > 0 ? fileName.slice(dot + 1) : '';
  const isKnown = known.has(ending.toLowerCase());
  const stem = (isKnown ? fileName.slice(0, dot) : fileName) || 'picture';
  const extension = extensions[mediaType] ?? 'png';
  const isSame = extension === ending.toLowerCase().replace('jpeg', 'jpg');
  return { stem, extension: isSame ? ending : extension };
}

/**
 * Returns a name for a file that goes with a post: its own, made safe for every file system and for
 * an address, with its extension, and not one of `taken` (in lower case).
 */
export function siteFileName(name: string, taken: ReadonlySet<string>): string {
  const bare = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).trim();
  const [ending = '', extension = ''] = /\.((?:tar\.)?[a-z\d]{1,12})$/i.exec(bare) ?? [];
  const words = createSlug(bare.slice(0, bare.length - ending.length)) || 'file';
  const safe = createFileName(words, extension.toLowerCase() || 'bin');
  const stem = safe.slice(0, safe.indexOf('.'));
  return unusedName(stem, extension.toLowerCase(), taken);
}

/** Does the same for a file that is renamed; a name without an extension keeps the file's. */
export function renamedSiteFile(name: string, before: string, taken: ReadonlySet<string>): string {
  const [ending = ''] = /\.(?:tar\.)?[a-z\d]{1,12}$/i.exec(before) ?? [];
  const whole = name.toLowerCase().endsWith(ending) ? name : name.replace(/\.+$/, '') + ending;
  return siteFileName(whole, taken);
}

/** Returns the first of `ring.png`, `ring-2.png`, … that is not taken. */
export function unusedName(stem: string, extension: string, taken: ReadonlySet<string>): string {
  const ending = extension === '' ? '' : `.${extension}`;
  let name = stem + ending;
  for (let n = 2; taken.has(name); n++) name = `${stem}-${n}${ending}`;
  return name;
}
