import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, read, root } from '../support/source-files.ts';

const folders = ['lib', 'components', 'entrypoints', 'public', 'tests', '.config', '.scripts'];
const documents = ['README.md', ...filesIn('.github', 'tests').filter((path) => /\.md$/.test(path))]
  // Fixtures contain other people's Markdown.
  .filter((path) => !path.startsWith('tests/fixtures/'));
const isThere = (path: string) =>
  ['', '.ts', '.tsx'].some((end) => existsSync(join(root, path + end)));

/** Returns paths of the project in code spans. */
const named = (text: string) =>
  [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, span = '']) => span.replace(/\/$/, ''))
    .filter(
      (span) => /^[\w./-]+$/.test(span) && folders.some((each) => span.startsWith(`${each}/`)),
    );

/** Returns the targets of links inside the project; code spans only show how a link is written. */
const linked = (text: string) =>
  [...text.replace(/`[^`\n]+`/g, '').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));

describe('the documents name only files that exist:', () => {
  it('all are read', () => {
    expect(documents).toContain('.github/ARCHITECTURE.md');
    expect(documents.flatMap((path) => named(read(path))).length).toBeGreaterThan(100);
    expect(documents.flatMap((path) => linked(read(path))).length).toBeGreaterThan(10);
  });

  it.each(documents)('%s', (path) => {
    const text = read(path);
    expect(named(text).filter((each) => !isThere(each))).toEqual([]);
    expect(linked(text).filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual(
      [],
    );
  });
});
