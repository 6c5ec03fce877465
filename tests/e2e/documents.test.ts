import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import type { Reply } from '../support/browsers/site.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { type SourcedRecord, sourcedClips } from '../support/sourced-clips.ts';
import { waitFor } from '../support/wait.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+M/AAAADAQEAyf6S7wAAAABJRU5ErkJggg==',
  'base64',
);
const fixture = (name: string) => readFileSync(`tests/fixtures/texts/${name}`, 'utf8');
const text = (body: string, type = 'text/plain; charset=utf-8'): Reply => ({ type, body });

inBothBrowsers('documents that are not HTML', (harness) => {
  let page: Page;
  let own: Page;
  beforeEach(async () => {
    own = await harness().openOwn('options.html');
    page = await harness().open('about:blank');
  });

  /** Clips what `select` selects on the page at the address, or the page. */
  async function clip(url: string, reply: Reply, select?: () => void): Promise<SourcedRecord> {
    harness().site.add(url, reply);
    const before = (await sourcedClips(own)).length;
    await page.goto(url);
    await page.bringToFront();
    if (select) await page.evaluate(select);
    await harness().shortcut(page);
    return waitFor('a clip', async () => (await sourcedClips(own))[before]);
  }
  const selectAll = () => getSelection()?.selectAllChildren(document.body);

  it('a README is text, and its heading is its title', async () => {
    const found = await clip(
      'https://raw.tide.example/rings/main/README.md',
      text(fixture('README.md')),
      selectAll,
    );
    expect(found.markdown).toBe(fixture('README.expected.md').trim());
    expect(found.source.cleanTitle).toBe('Rings');
  });

  it('a paragraph of it is that paragraph', async () => {
    const found = await clip(
      'https://raw.tide.example/rings/dev/README',
      text(fixture('README.md')),
      () => {
        const words = document.querySelector('pre')?.firstChild;
        const data = words?.nodeValue ?? '';
        const [start, end] = [data.indexOf('forgets'), data.indexOf('thread') + 'thread'.length];
        if (words) getSelection()?.setBaseAndExtent(words, start, words, end);
      },
    );
    expect(found.markdown).toBe(
      'forgets the others. It is small on purpose: one file, one lock, no thread',
    );
  });

  it('an RFC is text, and its drawings are code', async () => {
    const found = await clip(
      'https://rfc.tide.example/rfc/rfc9999.txt',
      text(fixture('rfc9999.txt')),
      selectAll,
    );
    expect(found.markdown).toBe(fixture('rfc9999.expected.md').trim());
    expect(found.source.cleanTitle).toBe('Rings for Slow Sensors');
  });

  it('a source file is code in its language, and its name is its title', async () => {
    const code = 'package ring\n\n// Ring holds.\ntype Ring struct{}\n';
    const found = await clip('https://raw.tide.example/ring.go', text(code), selectAll);
    expect(found.markdown).toBe(`\`\`\`go\n${code}\`\`\``);
    expect(found.source.cleanTitle).toBe('ring.go');
  });

  it('with nothing selected it is a link with its title', async () => {
    const url = 'https://raw.tide.example/rings/v2/README.md';
    const found = await clip(url, text(fixture('README.md')));
    expect(found).toMatchObject({ kind: 'link', url, source: { cleanTitle: 'Rings' } });
  });

  it('a picture is a picture', async () => {
    const url = 'https://img.tide.example/tide-rings.png';
    const found = await clip(url, { type: 'image/png', body: png });
    expect(found).toMatchObject({ kind: 'image', url, source: { cleanTitle: 'tide-rings.png' } });
  });
});
