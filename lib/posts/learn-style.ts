import * as v from 'valibot';
import { defaultProfile, ProfileSchema } from '../core/post/profile.ts';
import { learnFrontMatter } from './style/front-matter.ts';
import { learnMarks } from './style/marks.ts';
import { learnNames } from './style/names.ts';
import { type PostFile, readPosts } from './style/read-posts.ts';
import { learnSentences } from './style/sentences.ts';
import { type Setting, withSettings } from './style/setting.ts';
import { learnSite, type SiteFile } from './style/site-files.ts';

/** So many posts are read, the newest of those that are given. */
export const mostPosts = 200;

/** What a site has beside its posts. */
export interface SiteFiles {
  configs: readonly SiteFile[];
  /** Of all its files. */
  paths: readonly string[];
}

/**
 * The style of a house, as its posts show it: each setting with how many of how many do so, the newest weighing more;
 * what the site's own settings say takes the place of what posts show. Reads anything, and fails at nothing.
 * @param files posts in any order
 */
export function learnStyle(files: readonly PostFile[], site?: SiteFiles): Setting[] {
  const posts = readPosts(files).slice(0, mostPosts);
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

/** A profile may hold it: a path may be longer, or a name. */
const isStorable = (setting: Setting): boolean =>
  v.is(ProfileSchema, withSettings(defaultProfile, [setting]));
