import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { learnStyle } from '../../../lib/posts/learn-style.ts';
import { frontMatterText as asThere } from '../../../lib/posts/open-post.ts';
import { detailsOf } from '../../../lib/posts/style/front-matter.ts';
import { type PostFile, readPosts } from '../../../lib/posts/style/read-posts.ts';
import { withSettings } from '../../../lib/posts/style/setting.ts';
import { frontMatterText } from '../../support/front-matter.ts';
import { houses } from '../../support/houses.ts';
import { createWrapUp } from '../../support/items.ts';

/** Returns the front matter of a post unchanged, and as a style learned from posts writes it. */
function both(file: PostFile, from: readonly PostFile[]): { there: string; written: string } {
  const profile = withSettings(defaultProfile, learnStyle(from));
  const [post] = readPosts([file]);
  if (!post || !profile.frontMatter) throw new Error('nothing was learned');
  const wrapUp = createWrapUp(detailsOf(post, profile.frontMatter));
  return {
    there: asThere(post.post.frontMatter),
    written: frontMatterText(wrapUp, profile),
  };
}

describe.each(houses)('the front matter of $name', ({ posts }) => {
  it.each(posts)('comes back byte for byte, learned from all: $name', (post) => {
    const { there, written } = both(post, posts);
    expect(written).toBe(there);
  });

  it.each(posts)('comes back byte for byte, learned from it alone: $name', (post) => {
    const { there, written } = both(post, [post]);
    expect(written).toBe(there);
  });
});
