import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { UrlSchema } from '../base/record.ts';

/** A post of the site that is no wrap-up here: its file was read, and others can link to it by its title. */
export const SitePostSchema = v.object({
  /** Of its file, with `/`, from the folder that was chosen on; its name at least. */
  path: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.label)),
  title: v.pipe(v.string(), v.maxLength(limits.title)),
  /** As its front matter says, or ''. */
  slug: v.pipe(v.string(), v.maxLength(limits.slug)),
  /** `2026-11-20`, or ''. */
  day: v.pipe(v.string(), v.regex(/^(?:\d{4}-\d\d-\d\d)?$/)),
  /** The address that its front matter sets, or ''. */
  url: UrlSchema,
});

export type SitePost = v.InferOutput<typeof SitePostSchema>;

/** So many are remembered, the newest first. */
export const mostSitePosts = 1_000;

/**
 * The posts that are known once some more were read. Those of a folder take the place of all that were there: what is
 * not in it is not in the site any more. A single file takes its own place.
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
