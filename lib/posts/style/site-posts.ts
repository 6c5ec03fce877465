import { clampText, limits } from '../../core/base/limits.ts';
import type { SitePost } from '../../core/post/site-post.ts';
import { type PostFile, readPosts, topField } from './read-posts.ts';

/** Returns what a link to a post needs, for posts that were read; unpublished ones are left out. */
export function sitePosts(files: readonly PostFile[]): SitePost[] {
  return readPosts(files).flatMap(({ file, shape, title, date, slug }) => {
    const text = (name: string) => {
      const value = topField(shape, name)?.value;
      return typeof value === 'string' ? value.trim() : '';
    };
    if (topField(shape, 'draft')?.value === true || file.name.length > limits.label) return [];
    const own = text('url') || text('permalink');
    return [
      {
        path: file.name,
        title: clampText(title || slug, limits.title),
        slug: clampText(text('slug'), limits.slug),
        day: date?.date.slice(0, 10) ?? '',
        // A pattern is no address.
        url: /^\/[^{}:]*$/.test(own) && own.length <= limits.url ? own : '',
      },
    ];
  });
}
