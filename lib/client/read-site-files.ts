import type { SiteFiles } from '../posts/learn-style.ts';
import type { PostFile } from '../posts/style/read-posts.ts';
import { isSiteConfig } from '../posts/style/site-files.ts';
import { loadStyles } from './loaded-later.ts';

/** Posts that are read of a folder; with more, those that were changed last. */
const mostRead = 1_000;

export interface ReadFiles {
  posts: PostFile[];
  site: SiteFiles;
  /** Posts that could not be read, or were too many. */
  left: number;
}

const pathOf = (file: File): string => (file.webkitRelativePath || file.name).replaceAll('\\', '/');
const isOfTools = (path: string) => /(?:^|\/)(?:node_modules|\.git|public|resources)\//.test(path);

/** Reads posts and the site's settings among files that were chosen or dropped. */
export async function readSiteFiles(files: readonly File[]): Promise<ReadFiles> {
  const { decodePost } = await loadStyles();
  const own = files.filter((file) => !isOfTools(pathOf(file)));
  const markdown = own.filter(({ name }) => /\.(?:md|markdown|mdx)$/i.test(name));
  const newest = markdown
    .toSorted((one, other) => other.lastModified - one.lastModified)
    .slice(0, mostRead);
  const posts: PostFile[] = [];
  for (const file of newest) {
    const text = decodePost(new Uint8Array(await file.arrayBuffer()));
    if (text.ok) posts.push({ name: pathOf(file), text: text.value });
  }
  const configs = await Promise.all(
    own
      .filter((file) => isSiteConfig(pathOf(file)) && file.size < 500_000)
      .slice(0, 20)
      .map(async (file) => ({ name: pathOf(file), text: await file.text() })),
  );
  const site = { configs, paths: own.map(pathOf) };
  return { posts, site, left: markdown.length - posts.length };
}
