import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkDefinitions } from '../../lib/markdown/link-definitions.ts';
import { markdownToHtml } from '../../lib/markdown/to-html.ts';
import { splitFrontMatter } from '../../lib/posts/front-matter/split.ts';
import { frontMatterText, piecesOf } from '../../lib/posts/open-post.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';
import { root } from '../support/source-files.ts';

if (!hasHugo()) console.info('the preview and Hugo: skipped, there is no hugo');

/** What the preview shows differently, and why. */
const others: Record<string, string> = {
  'footnotes.md': 'blocks are shown one by one, and no block numbers footnotes',
  'lone-carriage-returns.md': 'Hugo takes them for spaces',
  'mailto-localhost.md': 'Hugo 0.111 links no host without a dot',
  'lanterns-41.md': 'Hugo 0.111 links no host without a dot',
};

const folders = [
  'tests/fixtures/posts',
  'tests/fixtures/checked-posts',
  'tests/effort/posts',
  'tests/fixtures/golden',
];
const posts = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md') && others[name] === undefined)
      .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') })),
  )
  // Only the site knows what a shortcode shows; and Hugo builds no post with a broken front matter.
  .filter(({ name, text }) => !/\{\{[<%]/.test(text) && !/^(?:yaml-broken|rule-first)/.test(name));

/**
 * Returns HTML without invisible differences: ids, classes, colours, and whether adjacent lists are
 * one or two.
 */
const seen = (html: string) =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/ (?:id|class|tabindex|style|role|align|data-[\w-]+)="[^"]*"/g, '')
    .replace(/<\/?(?:div|span)>/g, '')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&#39;/g, "'")
    .replace(
      /&([lr]dquo|[lr]squo|[nm]dash|hellip|[lr]aquo);/g,
      (_, name: string) => signs[name] ?? '',
    )
    .replace(/<\/(ul|ol)>\s*<\1>/g, '')
    .replace(/<li>\s*<p>/g, '<li>')
    .replace(/<\/p>\s*(?=<\/li>|<ul>|<ol>)/g, '')
    .replace(/<p>|<\/p>/g, ' ')
    .replace(/<input([^>]*)>/g, (_, said: string) => (said.includes('checked') ? '[x]' : '[ ]'))
    .replace(/<(br|hr|img[^>]*?) ?\/>/g, '<$1>')
    .replace(
      /\s*(<\/?(?:ul|ol|li|blockquote|h\d|pre|table|thead|tbody|tr|t[dh]|hr)\b[^>]*>)\s*/g,
      '$1',
    )
    .replace(/\s+/g, ' ')
    .trim();
const signs: Record<string, string> = {
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', ndash: '–', mdash: '—' },
  ...{ hellip: '…', laquo: '«', raquo: '»' },
};

/** Returns the preview's result, block by block. */
function preview(text: string, rawHtml: boolean): string {
  const whole = text.replace(/^\uFEFF/, '');
  const body = whole.slice(frontMatterText(splitFrontMatter(whole)).length).replace(/\r\n?/g, '\n');
  const definitions = linkDefinitions(body);
  return piecesOf(body)
    .pieces.map((piece) => markdownToHtml(piece.text, { typographer: true, definitions, rawHtml }))
    .join('\n');
}

describe.skipIf(!hasHugo())('the preview shows what Hugo shows', () => {
  it.each([
    ['by default', false],
    ['where raw HTML is let through', true],
  ])('%s', async (_, rawHtml) => {
    const slugOf = (name: string) => name.replace(/\W+/g, '-').toLowerCase();
    const { html, stderr } = await buildWithHugo(
      posts.map(({ name, text }) => ({ slug: slugOf(name), markdown: text })),
      rawHtml ? { config: 'markup:\n  goldmark:\n    renderer:\n      unsafe: true\n' } : {},
    );
    expect(stderr).toBe('');
    expect(posts.length).toBeGreaterThan(35);
    for (const { name, text } of posts) {
      expect(seen(preview(text, rawHtml)), name).toBe(seen(html[slugOf(name)] ?? ''));
    }
  });
});
