import { noteProblem } from '../core/base/problem.ts';
import type { SitePost } from '../core/post/site-post.ts';
import { deps } from './services.ts';

/**
 * Lets other posts link to those that were read, by their titles. Best effort: nobody waits for it.
 */
export async function rememberPosts(posts: readonly SitePost[]): Promise<void> {
  try {
    if (posts.length > 0) await deps.settings.addSitePosts(posts);
  } catch (thrown) {
    noteProblem('site-posts.keep', thrown);
  }
}
