import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { root } from '../../support/source-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'posts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(): Promise<{ code: number; stdout: string }> {
  return promisify(execFile)('node', ['.scripts/posts.ts', 'checks', folder], { cwd: root }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }) => ({ code, stdout }),
  );
}

it('says file, line, rule and sentence, and how many by rule', async () => {
  mkdirSync(join(folder, '2026'));
  writeFileSync(
    join(folder, '2026/late.md'),
    '---\ntitle: Late\ndate: 2026-02-01\n---\nIntro.\n\n* [ring](https://a.example/ring) from from there\n',
  );
  writeFileSync(
    join(folder, 'early.md'),
    '---\ntitle: Early\ndate: 2026-01-01\n---\nIntro.\n\n* [ring](https://a.example/ring)\n\n![](/a.png)\n',
  );
  writeFileSync(join(folder, 'picture.md'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]));
  expect(await run()).toEqual({
    code: 0,
    stdout: [
      'picture.md is not text in UTF-8, and was not opened.',
      '2026/late.md:7 linked-earlier An earlier post links there too: “Early”.',
      '2026/late.md:7 doubled-word The word “from” appears twice in a row.',
      'early.md:9 picture-alt This picture has no alt text, so people who can’t see it learn nothing about it.',
      'doubled-word: 1',
      'linked-earlier: 1',
      'picture-alt: 1',
      '3 to look at in 2 posts.',
      '',
    ].join('\n'),
  });
});

it('fails where there is no post', async () => {
  expect(await run()).toEqual({ code: 1, stdout: '0 to look at in 0 posts.\n' });
});
