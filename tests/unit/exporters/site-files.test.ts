import { describe, expect, it } from 'vitest';
import { defaultProfile, type Layout, type Profile } from '../../../lib/core/post/profile.ts';
import type { SiteFile } from '../../../lib/core/post/wrap-up.ts';
import { exportWrapUp } from '../../../lib/exporters/export-wrap-up.ts';
import { withLayout } from '../../../lib/exporters/registry.ts';
import { siteFilePath } from '../../../lib/exporters/site-files.ts';
import { createImage, createNote, createWrapUp } from '../../support/items.ts';
import { createAssets } from '../../support/pictures.ts';

const { assets, ids } = await createAssets('slides', 'ring', 'other');
const [slides = '', ring = '', other = ''] = ids;
const isKept = (id: string) => assets.has(id);
const fileOf = (fileName: string, assetId = slides): SiteFile => ({
  ...{ id: `00000000-0000-4000-8000-0000000000${fileName.length}0`, fileName, assetId, size: 6 },
});
const styleOf = (layout: Layout): Profile => ({
  ...defaultProfile,
  ...withLayout(defaultProfile, layout),
});

function exported(
  layout: Layout,
  notes: readonly string[],
  files: SiteFile[],
  others: Parameters<typeof exportWrapUp>[1] = [],
) {
  const items = [...notes.map((note) => createNote({ note })), ...others];
  const made = exportWrapUp(createWrapUp({ files }), items, styleOf(layout), isKept);
  if (!made.ok) throw new Error(made.error.detail);
  const { files: all, missing, placed, pictures } = made.value;
  return { paths: all.slice(1).map(({ path }) => path), all, missing, placed, pictures };
}

const slug = 'rustling-meetup-12-wrap-up';

describe('a file of a post', () => {
  it.each<[Layout, string, string]>([
    ['hugo-static', '/files/slides.pdf', 'static/files/slides.pdf'],
    ['hugo-bundle', 'slides.pdf', `content/posts/${slug}/slides.pdf`],
    ['plain', 'files/slides.pdf', 'files/slides.pdf'],
    ['jekyll', '/assets/files/slides.pdf', 'assets/files/slides.pdf'],
    ['eleventy', '/files/slides.pdf', 'public/files/slides.pdf'],
    ['zola', 'slides.pdf', `content/blog/${slug}/slides.pdf`],
    ['astro', '/files/slides.pdf', 'public/files/slides.pdf'],
    ['docusaurus', '/files/slides.pdf', 'static/files/slides.pdf'],
    ['quarto', 'slides.pdf', `posts/${slug}/slides.pdf`],
    ['obsidian', 'attachments/slides.pdf', 'attachments/slides.pdf'],
  ])('goes with %s to where a link to %s leads', (layout, path, at) => {
    expect(siteFilePath('slides.pdf', styleOf(layout))).toBe(path);
    const linked = exported(layout, [`[Slides](${path})`], [fileOf('slides.pdf')]);
    expect(linked.all.at(-1)).toEqual({ path: at, content: { assetId: slides } });
    expect(linked.placed).toMatchObject([{ linked: true }]);
    expect(linked.missing).toEqual([]);
    const unlinked = exported(layout, ['Words.'], [fileOf('slides.pdf')]);
    expect(unlinked.paths).toEqual([at]);
    expect(unlinked.placed).toMatchObject([{ linked: false }]);
  });

  it('goes where the post links to it, in another layout too', () => {
    const { paths } = exported(
      'hugo-bundle',
      ['[a](/files/slides.pdf#page=3)'],
      [fileOf('slides.pdf')],
    );
    expect(paths).toEqual(['static/files/slides.pdf']);
    const both = exported(
      'hugo-bundle',
      ['[a](/files/slides.pdf) [b](./slides.pdf)'],
      [fileOf('slides.pdf')],
    );
    expect(both.paths.toSorted()).toEqual([
      `content/posts/${slug}/slides.pdf`,
      'static/files/slides.pdf',
    ]);
  });

  it.each(['[a](</files/slides.pdf>)', '[a](/files/SLIDES.pdf?raw)'])('is known by %s', (note) => {
    expect(exported('hugo-static', [note], [fileOf('slides.pdf')]).placed).toMatchObject([
      { linked: true },
    ]);
  });

  it.each([
    '[a](/papers/slides.pdf)',
    '[a](https://a.example/files/slides.pdf)',
    '`[a](/files/slides.pdf)`',
  ])('is not meant by %s', (note) => {
    const { placed, paths } = exported('hugo-static', [note], [fileOf('slides.pdf')]);
    expect(placed).toMatchObject([{ linked: false }]);
    expect(paths).toEqual(['static/files/slides.pdf']);
  });

  it('may be called in other letters, and be linked to in code for them', () => {
    const file = fileOf('ringe-über.pdf');
    const link = `[a](/files/${encodeURIComponent(file.fileName)})`;
    expect(exported('hugo-static', [link], [file]).placed).toMatchObject([{ linked: true }]);
  });

  it('is a picture of the post where a text shows it', () => {
    const { pictures, missing } = exported(
      'hugo-static',
      ['![](/files/ring.gif)'],
      [fileOf('ring.gif')],
    );
    expect(missing).toEqual([]);
    expect(pictures.get('/files/ring.gif')).toBe(slides);
  });

  it('is no page beside a post: the generator would make one of it', () => {
    expect(siteFilePath('talk.html', styleOf('hugo-bundle'))).toBe('/files/talk.html');
    const { paths } = exported(
      'hugo-bundle',
      ['a'],
      [fileOf('talk.html'), fileOf('notes.md', other)],
    );
    expect(paths).toEqual(['static/files/talk.html', 'static/files/notes.md']);
  });

  it('is left out where its bytes are lost', () => {
    expect(exported('hugo-static', ['a'], [fileOf('slides.pdf', 'f'.repeat(64))]).paths).toEqual(
      [],
    );
  });

  it('does not take the place of a picture of that name', () => {
    const image = createImage({ fileName: 'ring.png', assetId: ring });
    const { paths, missing } = exported('hugo-bundle', [], [fileOf('ring.png', other)], [image]);
    expect(paths).toEqual([`content/posts/${slug}/ring.png`]);
    expect(missing).toMatchObject([{ path: 'ring.png', reason: 'name-taken' }]);
  });

  it('stands in a folder of the site where pictures come from another one', () => {
    const style = { ...styleOf('hugo-static'), imagePath: 'https://cdn.example/img/' };
    expect(siteFilePath('slides.pdf', style)).toBe('/files/slides.pdf');
    expect(siteFilePath('slides.pdf', { ...style, imagePath: '/2026/pics/' })).toBe(
      '/2026/files/slides.pdf',
    );
    expect(siteFilePath('slides.pdf', { ...style, imagePath: '/uploads/' })).toBe(
      '/uploads/slides.pdf',
    );
  });
});
