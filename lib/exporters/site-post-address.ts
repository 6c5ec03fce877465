import type { Profile } from '../core/post/profile.ts';
import type { SitePost } from '../core/post/site-post.ts';
import { postAddress } from './post-address.ts';

/**
 * Returns where the site serves a post that was read from its files: by its front matter, or by the
 * generator's own rules. If its folder is unknown, it counts as being where the style has its
 * posts.
 */
export function sitePostAddress(
  { path, title, slug, day, url }: SitePost,
  houseStyle: Profile,
): string {
  if (url !== '') return url;
  const parts = path.split('/');
  const stem = (parts.at(-1) ?? '').replace(/\.[^.]*$/, '');
  const isBundle = /^_?index$/.test(stem) && parts.length > 1;
  const name = slug || (isBundle ? (parts.at(-2) ?? '') : stem);
  const post = { slug: name, title, date: `${day || '1970-01-01'}T00:00:00Z` };
  const style = { ...houseStyle, filePattern: '' };
  // A pattern of addresses is more exact than the folders.
  if (!parts.includes('content') || houseStyle.permalink !== '')
    return postAddress(post, style, {});
  const folders = parts.slice(0, isBundle ? -2 : -1);
  const file = [...folders, ...(isBundle ? [name, 'index.md'] : [`${name}.md`])].join('/');
  return postAddress(post, style, { [file]: { ours: '', there: '' } });
}
