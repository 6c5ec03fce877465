import { createWrapUp } from '../../core/post/create-wrap-up.ts';
import type { Profile } from '../../core/post/profile.ts';
import { renderFrontMatter } from '../../render/front-matter/registry.ts';
import { frontMatterText } from '../open-post.ts';
import { detailsOf } from './front-matter.ts';
import { type PostFile, readPosts } from './read-posts.ts';

/** Returns the front matter of the newest post unchanged, and as a style would write it. */
export function previewStyle(
  files: readonly PostFile[],
  profile: Profile,
): { name: string; there: string; written: string } | undefined {
  const [post] = readPosts(files);
  if (!post) return undefined;
  const base = createWrapUp({
    id: '00000000-0000-4000-8000-000000000000',
    now: '2026-01-01T00:00:00.000Z',
    offsetMinutes: 0,
  });
  const style = profile.frontMatter ?? {
    ...({ format: 'yaml', fields: [], indent: '', blankLines: 1 } as const),
  };
  const written = renderFrontMatter({ ...base, ...detailsOf(post, style) }, profile);
  return {
    name: post.file.name,
    there: frontMatterText(post.post.frontMatter),
    written: written.ok ? written.value : '',
  };
}
