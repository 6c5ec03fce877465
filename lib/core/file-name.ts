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

/** The last part of an address's path, decoded; '' where there is none. */
export function lastPathPart(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.protocol === 'data:' || parsed.protocol === 'blob:') return '';
  const part = parsed.pathname.split('/').findLast((each) => each !== '') ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * A name for a picture's file, from its address or, failing that, from `fallback`: safe in every
 * file system and in an address, with the extension of its media type, and not one of `taken`.
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

/** `ring.png`, `ring-2.png`, …: the first that is not taken. */
export function unusedName(stem: string, extension: string, taken: ReadonlySet<string>): string {
  let name = `${stem}.${extension}`;
  for (let n = 2; taken.has(name); n++) name = `${stem}-${n}.${extension}`;
  return name;
}
