import * as v from 'valibot';
import { defaultProfile, ProfileSchema } from '../core/post/profile.ts';
import { learnFrontMatter } from './style/front-matter.ts';
import { learnMarks } from './style/marks.ts';
import { learnNames } from './style/names.ts';
import { newestFiles, type PostFile, readPosts } from './style/read-posts.ts';
import { learnSentences } from './style/sentences.ts';
import { type Setting, withSettings } from './style/setting.ts';
import { learnSite, type SiteFile } from './style/site-files.ts';

/** How many posts are read, the newest ones. */
export const mostPosts = 200;

/** What a site has besides its posts. */
export interface SiteFiles {
  configs: readonly SiteFile[];
  /** Paths of all its files. */
  paths: readonly string[];
}

/**
 * Learns a blog's style from its posts: each setting with how many of how many use it, newer posts
 * weighing more; the site's own settings override what posts show. It reads anything, and never
 * fails.
 * @param files posts in any order
 */
export function learnStyle(files: readonly PostFile[], site?: SiteFiles): Setting[] {
  const posts = readPosts(newestFiles(files, mostPosts));
  const said = site ? learnSite(site.configs, site.paths) : [];
  const isSaid = new Set(said.map(({ id }) => id));
  const seen = [
    ...learnFrontMatter(posts),
    ...learnNames(posts),
    ...learnMarks(posts),
    ...learnSentences(posts),
  ];
  return [...seen.filter(({ id }) => !isSaid.has(id)), ...said].filter(isStorable);
}

/** True if a profile can hold it; a path or a name may be too long. */
const isStorable = (setting: Setting): boolean =>
  v.is(ProfileSchema, withSettings(defaultProfile, [setting]));
