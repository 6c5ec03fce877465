import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProfile, type Layout } from '../../lib/core/post/profile.ts';
import { exportWrapUp } from '../../lib/exporters/export-wrap-up.ts';
import { postAddress } from '../../lib/exporters/post-address.ts';
import { withLayout } from '../../lib/exporters/registry.ts';
import { buildSite, type Generator } from '../support/generator-site.ts';
import { hostileItem, hostileWrapUp } from '../support/hostile-items.ts';
import { createImage, createNote, createQuote, createRaw, createWrapUp } from '../support/items.ts';
import { tries } from '../support/property-tries.ts';

interface Tested extends Generator {
  /** It runs Liquid. */
  runsLiquid: boolean;
}

/** Where `npm run generators` has installed those from npm. */
const packages = process.env.GENERATORS ?? '';
const inPackages = (name: string) => join(packages, 'node_modules', '.bin', name);

const generators: Partial<Record<Layout, Tested>> = {
  jekyll: {
    runsLiquid: true,
    command: process.env.JEKYLL ?? 'jekyll',
    parameters: [
      'build',
      '--quiet',
      '--disable-disk-cache',
      '--source',
      'SITE',
      '--destination',
      'OUT',
    ],
    files: {
      '_config.yml': 'title: CODE RAN\nfuture: true\nunpublished: true\n',
      '_layouts/post.html': '<main>{{ content }}</main>',
    },
  },
  eleventy: {
    runsLiquid: true,
    command: inPackages('eleventy'),
    packages,
    parameters: ['--quiet', '--input=content', '--output=OUT'],
    files: {
      'eleventy.config.js':
        'export default (config) => { config.addPassthroughCopy({ public: "/" }); config.addGlobalData("site", { title: "CODE RAN" }); config.addGlobalData("canary", "CODE RAN"); };',
      'content/blog/blog.json': '{ "layout": "post.html" }',
      'content/_includes/post.html': '<main>{{ content }}</main>',
    },
  },
  astro: {
    runsLiquid: false,
    command: inPackages('astro'),
    packages,
    parameters: ['build', '--root', 'SITE', '--outDir', 'OUT'],
    files: {
      'astro.config.mjs': 'export default {};',
      'src/content.config.js': `
        import { defineCollection } from 'astro:content';
        import { glob } from 'astro/loaders';
        const loader = glob({ pattern: '**/*.md', base: './src/content/blog' });
        export const collections = { blog: defineCollection({ loader }) };`,
      'src/pages/blog/[id].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('blog')).map((post) => ({ params: { id: post.id }, props: { post } }));
}
const { Content } = await render(Astro.props.post);
---
<main><Content /></main>`,
    },
  },
};

const isHere = ({ command }: Generator) =>
  command.includes('/') ? existsSync(command) : spawnSync(command, ['--version']).status === 0;

const hostile = [
  'Of `{{ site.title }}` a page, {{ site.title }} and {% include a.html %}',
  '{% endraw %}{{ site.title }}{% raw %}',
  '*a*{: onclick="b" .CODE-RAN}\n{::comment}\nnot hidden\n{:/comment}',
  '```liquid\n{% for a in b %}{{ site.title }}{% endfor %}\n```',
  '{# c #} {{ "a" }} {%- if a -%}',
];

describe.each(Object.entries(generators))('a post for %s', (id, generator) => {
  const layout = id as Layout;
  if (!isHere(generator)) console.info(`posts built by ${id}: skipped, it is not there`);

  it.runIf(isHere(generator))(
    'is built where it says, with its picture, and runs only what was typed',
    () => {
      const houseStyle = { ...defaultProfile, ...withLayout(defaultProfile, layout) };
      const wrapUp = createWrapUp({ slug: 'rings', date: '2026-11-20T10:30:00+01:00' });
      const items = [
        ...hostile.map((markdown) => createQuote({ markdown })),
        createImage({ fileName: 'ring.png', assetId: 'a'.repeat(64), alt: 'Ring' }),
        createNote({ note: 'As {{ site.title }} before' }),
        createRaw({ note: 'Typed: {{ site.title }}.' }),
      ];
      const made = exportWrapUp(wrapUp, items, houseStyle, () => true);
      if (!made.ok) throw new Error(made.error.detail);
      expect(made.value.missing).toEqual([]);
      const files = made.value.files.map(
        ({ path, content }) => [path, typeof content === 'string' ? content : 'a ring'] as const,
      );
      const built = buildSite(generator, new Map(files));
      if (!built.ok) throw new Error(built.output);
      const address = postAddress(wrapUp, houseStyle, {}).slice(1);
      const page =
        built.published.get(address.endsWith('/') ? `${address}index.html` : address) ?? '';
      expect([...built.published.keys()].join('\n')).toContain(address);
      expect(page.match(/CODE RAN/g) ?? []).toHaveLength(generator.runsLiquid ? 1 : 0);
      expect(page).toContain(`Typed: ${generator.runsLiquid ? 'CODE RAN' : '{{ site.title }}'}.`);
      expect(page).toContain('not hidden');
      expect(page).not.toMatch(/<[^>]*(?:onclick="b"|class="CODE-RAN")/);
      const [, src = ''] = /<img[^>]*src="([^"]*)"/.exec(page) ?? [];
      expect(built.published.get(src.slice(1))).toBe('a ring');
      const words = page.replace(/<[^>]*>/g, '').replace(/&quot;|[“”]/g, '"');
      for (const each of [
        '{{ site.title }} and {% include a.html %}',
        '{% endraw %}',
        '{%- if a -%}',
      ]) {
        expect(words).toContain(each);
      }
    },
  );

  it.runIf(isHere(generator))(
    'is built whatever stands in it, and runs nothing from a page',
    () => {
      const houseStyle = { ...defaultProfile, ...withLayout(defaultProfile, layout) };
      const sampled = fc.sample(fc.tuple(hostileWrapUp, fc.array(hostileItem, { maxLength: 3 })), {
        seed: fc.readConfigureGlobal().seed ?? 0,
        numRuns: tries(60).numRuns,
      });
      const files = sampled.flatMap(([wrapUp, items], at) => {
        const post = { ...wrapUp, slug: `post-${at}`, date: '2026-11-20T10:30:00+01:00' };
        const made = exportWrapUp(post, items, houseStyle, () => true);
        if (!made.ok) throw new Error(made.error.detail);
        const [{ path, content } = { path: '', content: '' }] = made.value.files;
        return [[path, String(content)] as const];
      });
      const built = buildSite(generator, new Map(files));
      if (!built.ok) throw new Error(built.output);
      const pages = [...built.published].filter(([, page]) => page.includes('<main>'));
      expect(pages).toHaveLength(files.length);
      for (const [path, page] of pages) {
        const name = /post-\d+/.exec(path)?.[0] ?? '';
        const draft = files.find(([file]) => file.includes(`${name}.md`))?.[1];
        expect({
          draft,
          ran: page.includes('CODE RAN'),
          isWhole: page.includes('Last words.'),
        }).toEqual({
          ...{ draft, ran: false, isWhole: true },
        });
      }
    },
  );
});
