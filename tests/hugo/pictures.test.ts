import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../lib/core/post/profile.ts';
import { exportWrapUp } from '../../lib/exporters/export-wrap-up.ts';
import { zipFiles } from '../../lib/exporters/zip.ts';
import { hasHugo } from '../support/hugo.ts';
import { buildHugoSite, shownPictures } from '../support/hugo-site.ts';
import { createImage, createNote, createWrapUp } from '../support/items.ts';
import { createAssets } from '../support/pictures.ts';
import { joinParts } from '../support/zip.ts';

if (!hasHugo()) console.info('pictures in a Hugo site: skipped, there is no hugo');

const { assets, ids } = await createAssets('ring', 'tide', 'frame', 'typed', 'kept', 'other');
const [ring = '', tide = '', frame = '', typed = '', kept = '', other = ''] = ids;

const wrapUp = createWrapUp({
  slug: 'Größe der Gezeiten #7',
  recording: { url: 'https://youtu.be/abc-DEF_123', picture: 'frame.png', pictureAlt: 'A' },
});
/** What any layout must handle: `usual` is a picture's path according to the options. */
const itemsFor = (usual: string, root: string) => [
  createImage({ fileName: 'frame.png', assetId: frame, hidden: true }),
  createImage({ fileName: 'ring.png', assetId: ring, alt: 'The ring' }),
  createImage({ fileName: 'Ring.png', assetId: tide, linkUrl: 'https://tides.example/' }),
  createImage({ fileName: 'größe 潮 (1).png', assetId: other }),
  createImage({ path: `${root}meetup 55/über (1) 潮.png`, assetId: typed }),
  createImage({ fileName: 'kept.png', assetId: kept, hidden: true }),
  createNote({ note: `As above: ![the ring](${usual}ring.png)` }),
  createImage({ fileName: 'lost.png', url: 'https://tides.example/lost.png' }),
];

/** Builds a plain export as a site would add it: as a folder, with the post as its index. */
function inHugo(files: Record<string, Uint8Array>, { layout }: Profile) {
  const entries = Object.entries(files);
  if (layout !== 'plain') return new Map(entries);
  return new Map(
    entries.map(([path, bytes]) => [
      `content/plain/${path.replace(/^[^/]+\.md$/, 'index.md')}`,
      bytes,
    ]),
  );
}

describe.skipIf(!hasHugo())('pictures in the forms of a house', () => {
  const words = [
    'A "ring" & \\ `five` <b>x</b>',
    '>}} {{< canary >}} {{% canary %}} {{ canary }}',
    'ends in \\',
    '*a* _b_ [c](d) <!--more--> | {.x} \u201cq\u201d',
    '"onerror="alert(1)',
    'one\n\ntwo',
  ];
  const decode = (html: string) =>
    html
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(
        /&(lt|gt|quot|amp);/g,
        (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name as 'lt'],
      );
  const said = (text: string) =>
    text.replaceAll('\u02cb', '`').replaceAll('\u200b', '').replace(/\s+/g, ' ').trim();

  it.each<Partial<Profile>>([
    { pictureForm: 'shortcode' },
    { pictureForm: 'figure', rawHtml: true },
    { pictureForm: 'img', rawHtml: true },
  ])('say what they said, and run nothing: %o', async (changes) => {
    const items = words.map((alt, at) =>
      createImage({
        alt,
        path: `/${at}.png`,
        caption: at % 2 ? alt : '',
        linkUrl: 'https://a.example/?q="x"&b',
      }),
    );
    const profile = { ...defaultProfile, ...changes };
    const made = exportWrapUp(wrapUp, items, profile, () => true);
    if (!made.ok) throw new Error(made.error.detail);
    const { exitCode, output, published } = await buildHugoSite(
      new Map([
        ['config.yaml', 'title: T\nmarkup: { goldmark: { renderer: { unsafe: true } } }\n'],
        ['layouts/shortcodes/canary.html', 'CODE RAN'],
        ['content/posts/p.md', made.value.draft],
      ]),
    );
    expect(exitCode, output).toBe(0);
    const html = [...published].find(([path]) => path.endsWith('.html'))?.[1].toString() ?? '';
    expect(html).not.toMatch(/CODE RAN|<b>|<script|<img[^>]*\sonerror/);
    const alts = [...html.matchAll(/<img[^>]*?\salt="([^"]*)"/g)].map(([, alt = '']) =>
      said(decode(alt)),
    );
    expect(alts.slice(-words.length)).toEqual(words.map(said));
    expect(html.match(/<a href="https:\/\/a\.example\/[^"]*">\s*<img/g)).toHaveLength(words.length);
  });
});

describe.skipIf(!hasHugo())('in a site that Hugo builds from the zip', () => {
  it.each<Partial<Profile>>([
    { layout: 'hugo-static', imagePath: '/images/' },
    { layout: 'hugo-static', imagePath: '' },
    { layout: 'hugo-static', imagePath: 'pictures/' },
    { layout: 'hugo-static', imagePath: '/img/Meetup 12/' },
    { layout: 'hugo-static', imagePath: 'Bilder/', contentFolder: 'content/Blog posts/2026' },
    { layout: 'hugo-bundle', imagePath: '/images/' },
    { layout: 'hugo-bundle', imagePath: 'pictures/' },
    { layout: 'hugo-bundle', imagePath: '/images/', contentFolder: 'content' },
    { layout: 'plain', imagePath: 'bilder 潮/' },
  ])('every picture is where the post looks for it: %o', async (changes) => {
    const profile = { ...defaultProfile, ...changes };
    const usual = encodeURI(profile.imagePath);
    const result = exportWrapUp(
      wrapUp,
      itemsFor(usual, profile.layout === 'plain' ? '' : '/'),
      profile,
      (id) => assets.has(id),
    );
    if (!result.ok) throw new Error(result.error.detail);
    const { missing, files } = result.value;
    expect(missing.map(({ reason }) => reason)).toEqual(['shown-from-site']);

    const read = async (id: string) => new Uint8Array(assets.get(id)?.bytes ?? new ArrayBuffer());
    const zip = unzipSync(await joinParts(zipFiles(files, read)));
    const { exitCode, output, published } = await buildHugoSite(inHugo(zip, profile));
    expect(exitCode, output).toBe(0);
    expect(shownPictures(published)).toEqual([
      'frame',
      'ring',
      'tide',
      'other',
      'typed',
      'ring',
      'https://tides.example/lost.png',
    ]);
    expect([...published.values()].map(String)).toContain('kept');
  });
});
