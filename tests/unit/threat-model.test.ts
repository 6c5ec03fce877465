import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { read, root } from '../support/source-files.ts';

const lines = read('.github/SECURITY.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .slice(1);

it('every line of the threat model names tests that exist', () => {
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    const tests = [...(line.split('|')[3] ?? '').matchAll(/`(tests\/[\w/.-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(tests.length, line).toBeGreaterThan(0);
    for (const path of tests) expect(existsSync(join(root, path)), path).toBe(true);
  }
});

it('the page on privacy names a test that exists', () => {
  for (const [, path = ''] of read('.github/PRIVACY.md').matchAll(/`(tests\/[\w/.-]+)`/g))
    expect(existsSync(join(root, path)), path).toBe(true);
});
