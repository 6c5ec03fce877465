import { describe, expect, it } from 'vitest';
import type { Item } from '../../../lib/core/post/item.ts';
import { defaultProfile, type Layout } from '../../../lib/core/post/profile.ts';
import { digestBytes, digestText } from '../../../lib/exporters/changes.ts';
import { draftParts } from '../../../lib/exporters/draft-parts.ts';
import { draftStart, exportWrapUp } from '../../../lib/exporters/export-wrap-up.ts';
import { fileName } from '../../../lib/exporters/post-name.ts';
import { composeOpened } from '../../../lib/posts/compose-opened.ts';
import { opened } from '../../support/opened-posts.ts';
import { note } from '../../support/records.ts';

const text = '\uFEFF---\r\ntitle: Rings\r\n---\r\n\r\na\r\n';

async function exported(name: string, layout: Layout, changes: object = {}) {
  const { wrapUp, items } = await opened(text, name);
  const profile = { ...defaultProfile, layout };
  const changed = { ...wrapUp, ...changes };
  const made = exportWrapUp(changed, items, profile, () => true, undefined, composeOpened);
  if (!made.ok) throw new Error(made.error.code);
  return {
    path: made.value.files[0]?.path,
    text: made.value.draft,
    download: fileName(changed, profile),
  };
}

describe('the export of an opened post', () => {
  it.each([
    ['2031-04-01-Rings_2.md', 'plain', '2031-04-01-Rings_2.md'],
    ['Rings.markdown', 'hugo-static', 'content/posts/Rings.markdown'],
    ['rings.md', 'hugo-bundle', 'content/posts/rings/index.md'],
    ['index.md', 'hugo-bundle', 'content/posts/rings/index.md'],
    ['a:b.md', 'plain', 'a-b.md'],
    ['con.md', 'plain', 'con-.md'],
  ] as const)('has the name of its file: %s, %s', async (name, layout, path) => {
    expect(await exported(name, layout)).toMatchObject({ path, text });
  });

  it('is downloaded under that name, until it is given another', async () => {
    expect((await exported('index.md', 'plain')).download).toBe('index.md');
    expect((await exported('Rings.markdown', 'plain')).download).toBe('Rings.markdown');
    const renamed = await exported('Rings.markdown', 'plain', { slug: 'buffers' });
    expect([renamed.path, renamed.download]).toEqual(['buffers.markdown', 'buffers.markdown']);
  });

  it('has no parts of a template, and is not begun before it is read', async () => {
    const { wrapUp, items } = await opened(text);
    expect(draftParts(wrapUp, items, defaultProfile)).toEqual({ ok: true, value: [] });
    expect(draftStart(wrapUp, items, defaultProfile)).toBeUndefined();
  });

  it('misses no picture that was in its file, and one that was added', async () => {
    const file = '![](/images/a.png)\n\n[![](b.png)](https://b.example)\n\ntext ![](/c.png)\n';
    const { wrapUp, items } = await opened(file);
    const missing = (layout: Layout, notes: readonly Item[]) => {
      const profile = { ...defaultProfile, layout };
      const all = [...items, ...notes];
      const made = exportWrapUp(wrapUp, all, profile, () => true, undefined, composeOpened);
      return made.ok ? made.value.missing.map(({ path }) => path) : made.error;
    };
    const added = note(1, { note: '![](/d.png)' });
    for (const layout of ['plain', 'hugo-static', 'hugo-bundle', 'jekyll'] as const) {
      expect(missing(layout, [])).toEqual([]);
      expect(missing(layout, [added])).toEqual(['/d.png']);
    }
  });

  it('is the file that it was to a folder, its byte order mark with it', async () => {
    const bytes = new TextEncoder().encode(text).buffer as ArrayBuffer;
    expect(await digestBytes('a.md', bytes)).toBe(await digestText(text));
    expect(await digestBytes('a.md', bytes)).not.toBe(await digestText(text.slice(1)));
  });
});
