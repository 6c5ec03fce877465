import type { UnreadableFile } from '../posts/decode-post.ts';
import type { SiteFiles } from '../posts/learn-style.ts';
import type { PostFile } from '../posts/style/read-posts.ts';
import { isSiteConfig } from '../posts/style/site-files.ts';
import type { NamedFile } from './dropped-files.ts';
import { loadStyles } from './loaded-later.ts';

/** How many posts of a folder are read; if there are more, the most recently changed ones. */
const mostRead = 1_000;

export interface ReadFiles {
  posts: PostFile[];
  site: SiteFiles;
  /** Posts that are not text, or too long. */
  refused: { name: string; why: UnreadableFile | 'unread' }[];
  /** Posts whose front matter can't be read, although the rest can. */
  broken: string[];
  /** How many posts exceeded the limit. */
  left: number;
}

/** Reads posts and the site's settings from chosen or dropped files. */
export async function readSiteFiles(files: readonly NamedFile[]): Promise<ReadFiles> {
  const { decodePost, longestPost, brokenFrontMatters } = await loadStyles();
  const markdown = files.filter(({ path }) => /\.(?:md|markdown|mdx)$/i.test(path));
  const newest = markdown
    .toSorted((one, other) => other.file.lastModified - one.file.lastModified)
    .slice(0, mostRead);
  const posts: PostFile[] = [];
  const refused: ReadFiles['refused'] = [];
  for (const { path: name, file } of newest) {
    const bytes = file.size > longestPost ? undefined : await bytesOf(file);
    if (bytes === undefined) {
      refused.push({ name, why: file.size > longestPost ? 'too-long' : 'unread' });
      continue;
    }
    const text = decodePost(bytes);
    if (text.ok) posts.push({ name, text: text.value });
    else refused.push({ name, why: text.error });
  }
  const configs = await Promise.all(
    files
      .filter(({ path, file }) => isSiteConfig(path) && file.size < 500_000)
      .slice(0, 20)
      .map(async ({ path: name, file }) => ({ name, text: await file.text() })),
  );
  const site = { configs, paths: files.map(({ path }) => path) };
  const broken = brokenFrontMatters(posts);
  return { posts, site, refused, broken, left: markdown.length - newest.length };
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // It is gone, or may not be read; its name is reported.
    return undefined;
  }
}
