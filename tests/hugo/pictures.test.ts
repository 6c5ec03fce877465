import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../lib/core/profile.ts';
import { exportWrapUp } from '../../lib/exporters/export-wrap-up.ts';
import { hugoBundle } from '../../lib/exporters/hugo-bundle.ts';
import { hugoStatic } from '../../lib/exporters/hugo-static.ts';
import { zipFiles } from '../../lib/exporters/zip.ts';
import { hasHugo } from '../support/hugo.ts';
import { buildHugoSite } from '../support/hugo-site.ts';
import { createImage, createNote, createWrapUp } from '../support/items.ts';
import { createAssets } from '../support/pictures.ts';

if (!hasHugo()) console.info('pictures in a Hugo site: skipped, there is no hugo');

const { assets, ids } = await createAssets('ring', 'tide', 'frame', 'typed', 'kept');
const [ring = '', tide = '', frame = '', typed = '', kept = ''] = ids;

const wrapUp = createWrapUp({
  slug: 'Größe der Gezeiten #7',
  recording: { url: 'https://youtu.be/abc-DEF_123', picture: '/images/frame.png', pictureAlt: 'A' },
});
const items = [
  createNote(),
  createImage({ fileName: 'ring.png', assetId: ring, alt: 'The ring' }),
  createImage({ fileName: 'ring.png', assetId: tide, linkUrl: 'https://tides.example/' }),
  createImage({ path: '/meetup 55/über (1) 潮.png', assetId: typed }),
  createImage({ fileName: 'kept.png', assetId: kept, hidden: true }),
];

/** The addresses of all pictures in a page. */
function sources(html: string): string[] {
  return [...html.matchAll(/<img[^>]*\ssrc="([^"]*)"/g)].map(([, src = '']) =>
    src.replaceAll('&amp;', '&'),
  );
}

describe.skipIf(!hasHugo())('in a site that Hugo builds from the zip', () => {
  it.each([
    [hugoStatic, '/images/'],
    [hugoStatic, ''],
    [hugoStatic, 'pictures/'],
    [hugoBundle, '/images/'],
    [hugoBundle, 'pictures/'],
  ])('every picture is where the post looks for it', async (exporter, imagePath) => {
    const profile = { ...defaultProfile, imagePath };
    const result = exportWrapUp(exporter, wrapUp, items, profile, assets, frame);
    if (!result.ok) throw new Error(result.error.detail);
    expect(result.value.missing).toEqual([]);

    const zip = unzipSync(zipFiles(result.value.files));
    const { exitCode, output, published } = await buildHugoSite(new Map(Object.entries(zip)));
    expect(exitCode, output).toBe(0);
    const [page = '', ...more] = [...published.keys()].filter((path) => path.endsWith('.html'));
    expect(more).toEqual([]);
    const address = new URL(page.replace(/index\.html$/, ''), 'https://blog.example/');
    const shown = sources(String(published.get(page))).map((src) => {
      const path = decodeURIComponent(new URL(src, address).pathname).slice(1);
      return published.get(path)?.toString() ?? `nothing at ${path}`;
    });
    expect(shown).toEqual(['frame', 'ring', 'tide', 'typed']);
    expect([...published.values()].map(String)).toContain('kept');
  });
});
