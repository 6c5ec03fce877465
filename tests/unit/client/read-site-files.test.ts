import { expect, it } from 'vitest';
import { readSiteFiles } from '../../../lib/client/read-site-files.ts';
import { learnStyle } from '../../../lib/posts/learn-style.ts';

const named = (path: string, content: BlobPart, lastModified = 1) => ({
  path,
  file: new File([content], path.split('/').at(-1) ?? '', { lastModified }),
});

it('posts are read with the site’s settings; what is none is named with the reason', async () => {
  const read = await readSiteFiles([
    named('site/content/posts/a.md', '---\ntitle: A\n---\n* One\n'),
    named('site/content/posts/long.md', 'x'.repeat(5_000_000)),
    named('site/content/posts/picture.md', new Uint8Array([0x89, 0x50, 0, 1])),
    named('site/content/posts/utf16.md', new Uint8Array([0xff, 0xfe, 0x41, 0])),
    named('site/content/posts/broken.md', '---\ntitle: "A\n: [\n---\n* Two\n'),
    named('site/hugo.toml', 'title = "Site"\n'),
    named('site/picture.png', new Uint8Array([0x89, 0x50])),
  ]);
  expect(read.posts.map(({ name }) => name)).toEqual([
    ...['site/content/posts/a.md', 'site/content/posts/broken.md'],
  ]);
  expect(read.refused).toEqual([
    { name: 'site/content/posts/long.md', why: 'too-long' },
    { name: 'site/content/posts/picture.md', why: 'not-text' },
    { name: 'site/content/posts/utf16.md', why: 'other-encoding' },
  ]);
  expect(read.broken).toEqual(['site/content/posts/broken.md']);
  expect(read.site.configs).toHaveLength(1);
  const bullet = learnStyle(read.posts).find(({ id }) => id === 'bullet');
  expect(bullet).toMatchObject({ does: '*', count: 2, all: 2 });
});

it('the newest thousand posts of a folder are read, and the others counted', async () => {
  const files = Array.from({ length: 1_003 }, (_, at) => named(`${at}.md`, 'Words.\n', at));
  const { posts, left } = await readSiteFiles(files);
  expect([posts.length, left]).toEqual([1_000, 3]);
  expect(posts.some(({ name }) => name === '2.md')).toBe(false);
});

it('a file that is gone is named', async () => {
  const file = named('gone.md', 'x');
  Object.defineProperty(file.file, 'arrayBuffer', { value: () => Promise.reject(new Error('no')) });
  expect((await readSiteFiles([file])).refused).toEqual([{ name: 'gone.md', why: 'unread' }]);
});
