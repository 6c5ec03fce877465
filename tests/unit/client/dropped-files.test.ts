import { describe, expect, it } from 'vitest';
import { namedFiles, readDropped } from '../../../lib/client/dropped-files.ts';

const file = (path: string): FileSystemEntry =>
  ({
    ...{ isDirectory: false, isFile: true, fullPath: path },
    file: (done: (file: File) => void, fail: () => void) =>
      path.includes('gone') ? fail() : done(new File(['x'], path.split('/').at(-1) ?? '')),
  }) as unknown as FileSystemEntry;

/** Reads like browsers do: some entries at a time. */
const folder = (path: string, entries: FileSystemEntry[]): FileSystemEntry =>
  ({
    ...{ isDirectory: true, isFile: false, fullPath: path },
    createReader: () => {
      const left = [...entries];
      return {
        readEntries: (done: (some: FileSystemEntry[]) => void) => done(left.splice(0, 100)),
      };
    },
  }) as unknown as FileSystemEntry;

const many = (count: number) => Array.from({ length: count }, (_, at) => file(`/content/${at}.md`));
const paths = (files: readonly { path: string }[] | undefined) =>
  files?.map(({ path }) => path).sort();

describe('what is dropped', () => {
  it('is read with all that is in its folders, but for what tools made', async () => {
    const site = folder('/site', [
      file('/site/hugo.toml'),
      folder('/site/content', [file('/site/content/a.md'), file('/site/content/gone.md')]),
      folder('/site/node_modules', [file('/site/node_modules/readme.md')]),
      folder('/site/public', [file('/site/public/b.md')]),
    ]);
    expect(paths(await readDropped([site, file('/c.md')]))).toEqual([
      ...['c.md', 'site/content/a.md', 'site/hugo.toml'],
    ]);
  });

  it('is read to its last file where a folder has hundreds', async () => {
    expect(await readDropped([folder('/content', many(250))])).toHaveLength(250);
  });

  it('is not read where it is more than 5,000 files', async () => {
    expect(await readDropped([folder('/content', many(5_000))])).toHaveLength(5_000);
    expect(await readDropped([folder('/content', many(5_001))])).toBeUndefined();
  });
});

describe('what is chosen', () => {
  const chosen = (path: string) =>
    Object.defineProperty(new File(['x'], path.split('/').at(-1) ?? ''), 'webkitRelativePath', {
      value: path,
    });

  it('has its paths in the folder, but for what tools made', () => {
    const files = [chosen('site/content/a.md'), chosen('site/.git/b.md'), new File([''], 'c.md')];
    expect(paths(namedFiles(files))).toEqual(['c.md', 'site/content/a.md']);
  });

  it('is not read where it is more than 5,000 files', () => {
    const files = Array.from({ length: 5_001 }, (_, at) => chosen(`a/${at}.md`));
    expect(namedFiles(files)).toBeUndefined();
    expect(namedFiles(files.slice(1))).toHaveLength(5_000);
  });
});
