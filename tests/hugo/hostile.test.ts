import { describe, expect, it } from 'vitest';
import type { Item } from '../../lib/core/post/item.ts';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { composeDraft } from '../../lib/render/compose.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';
import {
  createImage,
  createLink,
  createNote,
  createQuote,
  createSection,
  createSource,
  createSpeaker,
  createWrapUp,
} from '../support/items.ts';

if (!hasHugo()) console.info('hostile drafts by Hugo: skipped, there is no hugo');

function draftOf(items: readonly Item[], changes: Partial<WrapUp> = {}): string {
  const draft = composeDraft(createWrapUp(changes), items, defaultProfile);
  if (!draft.ok) throw new Error(draft.error.detail);
  return draft.value;
}

/**
 * Returns the words that a reader sees, as a browser shows them; the zero-width space is invisible.
 */
function shown(html = ''): string {
  return html
    .replace(/<\/?(?:span|code|strong|a)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&ldquo;|&rdquo;|&quot;/g, '"')
    .replaceAll('&ndash;', '--')
    .replace(/&amp;/g, '&')
    .replaceAll('\u200b', '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Everything that starts, or nearly starts, a shortcode. */
const openers = [
  '{{< x >}}',
  '{{% x %}}',
  '{{<x>}}',
  '{{< x',
  '{{% x',
  '{{</* x */>}}',
  '{{</* x',
  '{{%/* x */%}}',
  '{{< a {{< b >}}',
  '{{{< x >}}',
  '{{<!-- x',
  '{{< youtube abc >}}',
  '{{< x >}} {{< y',
  '>}} {{< x >}}',
  '{{< "*/" >}}',
];

describe.skipIf(!hasHugo())('a default Hugo builds whatever was clipped', () => {
  const footer = 'Last words.';

  it('shows shortcodes as text, in code, too', async () => {
    const contexts: Record<string, (x: string) => string> = {
      span: (x) => `before \`${x}\` after`,
      fence: (x) => `\`\`\`go\n${x}\n\`\`\``,
      indented: (x) => `before\n\n    ${x}\n\nafter`,
      unclosed: (x) => `\`\`\`\n${x}`,
      list: (x) => `- \`${x}\`\n  - \`\`\`\n    ${x}\n    \`\`\``,
      table: (x) => `| a | b |\n| --- | --- |\n| \`${x}\` | c |`,
    };
    const cases = Object.entries(contexts).flatMap(([context, put], c) =>
      openers.map((opener, o) => ({ slug: `c${c}-${o}`, context, opener, markdown: put(opener) })),
    );
    const build = await buildWithHugo(
      cases.flatMap(({ slug, markdown }) => [
        { slug: `${slug}-note`, markdown: draftOf([createNote({ note: markdown })], { footer }) },
        { slug: `${slug}-quote`, markdown: draftOf([createQuote({ markdown })], { footer }) },
      ]),
    );
    expect(build.stderr).toBe('');
    for (const { slug, context, opener } of cases) {
      for (const kind of ['note', 'quote']) {
        const text = shown(build.html[`${slug}-${kind}`]);
        expect(text, `${context} in a ${kind}`).toContain(opener);
        expect(text).toContain(footer);
      }
    }
  });

  it('builds with shortcodes in the note-taker’s prose', async () => {
    const posts = openers.flatMap((opener, i) => [
      { slug: `plain-${i}`, markdown: draftOf([createNote({ note: `before ${opener} after` })]) },
      { slug: `strong-${i}`, markdown: draftOf([createNote({ note: `# a **${opener}** {{<b>` })]) },
      {
        slug: `link-${i}`,
        markdown: draftOf([createNote({ note: `[a](b "${opener}") <https://a.example/{{%>` })]),
      },
    ]);
    const build = await buildWithHugo(posts);
    expect(build.stderr).toBe('');
    openers.forEach((opener, i) => {
      // Hugo leaves out a tag that the note-taker wrote, like all raw HTML.
      if (/<[a-z!]/.test(opener)) return;
      expect(shown(build.html[`plain-${i}`])).toBe(`before ${opener} after`);
    });
  });

  it('shows shortcodes in names, titles, words and addresses', async () => {
    const cases = openers.map((opener, o) => ({ slug: `t${o}`, opener }));
    const build = await buildWithHugo(
      cases.map(({ slug, opener }) => {
        const url = `https://a.example/${opener}`;
        const markdown = draftOf(
          [
            createSection({ note: `Section \`${opener}\``, form: 'h2' }),
            createLink({ title: opener, url }),
            createImage({ alt: opener, url, linkUrl: url }),
            createQuote({
              markdown: '',
              text: `Quoted ${opener} text`,
              source: createSource({ canonicalUrl: url, cleanTitle: opener }),
              attribution: 'title',
            }),
            createNote({ note: `hidden ${opener}`, hidden: true }),
            createNote({ note: `<div title="${opener}">\n${opener}\n</div>` }),
          ],
          {
            title: opener,
            event: { name: opener, url, startsAt: '2026-11-18T19:00', timeZone: '' },
            speakers: [createSpeaker({ name: opener, url, role: opener })],
            footer,
          },
        );
        return { slug, markdown };
      }),
    );
    expect(build.stderr).toBe('');
    for (const { slug, opener } of cases) {
      const text = shown(build.html[slug]);
      // The typographer, which is on by default, turns straight quotes into curly ones.
      expect(text.startsWith(opener), text).toBe(true);
      expect(text).toContain(`Quoted ${opener} text`);
      expect(text).toContain(`Section ${opener}`);
      expect(text).toContain(footer);
      expect(build.details[slug]?.title).toBe(opener);
    }
  });

  it('reads back every title', async () => {
    const titles = [
      'quotes " and \' and \\ back',
      'colon: and # hash',
      'two\nlines\n---\nthree',
      'yes',
      '2026-11-18',
      '😀 語 é \u00a0 \u2028 \ufeff \u0085 \u007f',
      '\ud800 alone',
      '\u0000\u0007\ufffe\uffff',
      'x'.repeat(1000),
    ];
    const build = await buildWithHugo(
      titles.map((title, i) => ({ slug: `title-${i}`, markdown: draftOf([], { title }) })),
    );
    expect(build.stderr).toBe('');
    expect(titles.map((_, i) => build.details[`title-${i}`]?.title)).toEqual(
      titles.map((title) => title.toWellFormed()),
    );
    expect(build.details['title-0']).toMatchObject({
      date: '2026-11-20T10:30:00+01:00',
      draft: true,
      tags: ['summary', 'meetup'],
    });
  });

  it('lets nothing leave its block', async () => {
    const hostile = [
      '```\nopen fence',
      '~~~~ open\nfence',
      '<!-- open comment',
      '<script>open',
      '<pre>open\n\nmore',
      '<![CDATA[ open',
      '<?php open',
      '- a\n\n      code',
      '> lazy',
      '| a |\n| - |',
      'text\n---',
      '[ref]: https://a.example "open',
      '[^1]: note',
      'a\n: definition',
      '<!-- --> closed -->',
      '**open `span [link](',
    ];
    const posts = hostile.flatMap((note, i) => [
      { slug: `free-${i}`, markdown: draftOf([createNote({ note })], { footer }) },
      {
        slug: `bullet-${i}`,
        markdown: draftOf([createNote({ note, form: 'bullet' })], { footer }),
      },
      {
        slug: `hidden-${i}`,
        markdown: draftOf([createNote({ note: `${note} --> x`, hidden: true })], { footer }),
      },
      { slug: `quote-${i}`, markdown: draftOf([createQuote({ markdown: note })], { footer }) },
    ]);
    const build = await buildWithHugo(posts, {
      config: 'markup: {goldmark: {renderer: {unsafe: true}}}\n',
    });
    expect(build.stderr).toBe('');
    for (const { slug } of posts) {
      const html = build.html[slug] ?? '';
      expect(html.trimEnd(), slug).toMatch(
        /<hr>\s*<p>Last words\.<\/p>(?:\s*<div class="footnotes"[\s\S]*)?$/,
      );
      if (slug.startsWith('hidden')) {
        const visible = html.replace(/<!--[\s\S]*?-->/g, '');
        expect(visible.replace(/\s+/g, ''), slug).toBe('<hr><p>Lastwords.</p>');
      }
    }
  });

  it('shows the summary divider where it is text', async () => {
    const build = await buildWithHugo([
      {
        slug: 'text',
        markdown: draftOf([createQuote({ text: 'a <!--more--> b', markdown: '' })], { footer }),
      },
      {
        slug: 'code',
        markdown: draftOf([createQuote({ markdown: 'a `<!--more-->` b' })], { footer }),
      },
    ]);
    expect(shown(build.html.text)).toContain('a <!--more--> b');
    expect(shown(build.html.code)).toContain('a <!--more--> b');
  });
});
