import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPost, firstDifference } from '../../../lib/posts/check-post.ts';
import { openPost } from '../../../lib/posts/open-post.ts';
import { madePost } from '../../support/made-posts.ts';
import { root } from '../../support/source-files.ts';

const posts = join(root, 'tests/fixtures/posts');

function run(folder: string): Promise<{ code: number; stdout: string }> {
  const command = promisify(execFile)('node', ['.scripts/posts.ts', 'check', folder], {
    cwd: root,
  });
  return command.then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }) => ({ code, stdout }),
  );
}

describe('checking posts', () => {
  it('finds where a file begins to differ', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(firstDifference(bytes('öab'), bytes('öac'))).toBe(3);
    expect(firstDifference(bytes('ab'), bytes('abc'))).toBe(2);
    expect(firstDifference(bytes('abc'), bytes('ab'))).toBe(2);
    expect(firstDifference(bytes('abc'), bytes('abc'))).toBeUndefined();
  });

  it('opens 1,000 posts like those that groups write, and gets each back', () => {
    const changed = Array.from({ length: 1_000 }, (_, seed) => seed).filter(
      (seed) => checkPost(new TextEncoder().encode(madePost(seed))).outcome !== 'unchanged',
    );
    expect(changed).toEqual([]);
  }, 300_000);

  it('has a post for each thing that a post holds', () => {
    const kinds = readdirSync(posts).flatMap((name) => {
      const { frontMatter, pieces } = openPost(readFileSync(join(posts, name), 'utf8'));
      return [frontMatter?.format ?? 'none', ...pieces.map(({ kind }) => kind)];
    });
    expect([...new Set(kinds)].sort()).toEqual(
      [
        ...['bullet', 'code', 'comment', 'definition', 'footnote', 'heading', 'html', 'json'],
        ...['none', 'numbered', 'paragraph', 'quote', 'rule', 'shortcode', 'table', 'toml', 'yaml'],
      ].sort(),
    );
  });
});

describe('npm run posts -- check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'posts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('says that all posts are unchanged', async () => {
    const count = readdirSync(posts).length;
    expect(count).toBeGreaterThanOrEqual(40);
    expect(await run(posts)).toEqual({
      code: 0,
      stdout: `${count} of ${count} posts are unchanged.\n`,
    });
  });

  it('reads posts whatever their extension is, and no other files', async () => {
    for (const name of ['a.md', 'b.markdown', 'c.mdx', 'd.txt']) {
      writeFileSync(join(folder, name), '# a\n');
    }
    expect((await run(folder)).stdout).toBe('3 of 3 posts are unchanged.\n');
  });

  it('names what it can not open, and fails', async () => {
    writeFileSync(join(folder, 'good.md'), '# a\n');
    writeFileSync(join(folder, 'picture.md'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]));
    writeFileSync(join(folder, 'long.md'), new Uint8Array(5 * 1024 * 1024).fill(0x61));
    expect(await run(folder)).toEqual({
      code: 1,
      stdout:
        'long.md is longer than 2 MB, and was not opened.\n' +
        'picture.md is not text in UTF-8, and was not opened.\n' +
        '1 of 3 posts are unchanged.\n',
    });
  });
});
