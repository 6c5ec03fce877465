import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { UrlSchema } from '../base/record.ts';

/**
 * A post of the site that is no wrap-up here: its file was read, so others can link to it by its
 * title.
 */
export const SitePostSchema = v.object({
  /** The file's path, with `/`, relative to the chosen folder; at least its name. */
  path: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.label)),
  title: v.pipe(v.string(), v.maxLength(limits.title)),
  /** From its front matter, or ''. */
  slug: v.pipe(v.string(), v.maxLength(limits.slug)),
  /** `2026-11-20`, or ''. */
  day: v.pipe(v.string(), v.regex(/^(?:\d{4}-\d\d-\d\d)?$/)),
  /** The address that its front matter sets, or ''. */
  url: UrlSchema,
});

export type SitePost = v.InferOutput<typeof SitePostSchema>;

/** How many are remembered, the newest first. */
export const mostSitePosts = 1_000;

/**
 * Returns the known posts after more were read. Posts of a folder replace all others, because what
 * is not in it is no longer in the site. A single file replaces only itself.
 */
export function withSitePosts(known: readonly SitePost[], read: readonly SitePost[]): SitePost[] {
  const isFolder = read.some(({ path }) => path.includes('/'));
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const names = new Set(read.map(({ path }) => nameOf(path)));
  const kept = isFolder ? [] : known.filter(({ path }) => !names.has(nameOf(path)));
  return [...read, ...kept]
    .sort((one, other) => (one.day === other.day ? 0 : one.day < other.day ? 1 : -1))
    .slice(0, mostSitePosts);
}
