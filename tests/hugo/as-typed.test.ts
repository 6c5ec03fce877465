import { describe, expect, it } from 'vitest';
import type { Item } from '../../lib/core/post/item.ts';
import { defaultProfile, type Profile } from '../../lib/core/post/profile.ts';
import { composeDraft } from '../../lib/render/compose.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';
import {
  createNote,
  createPart,
  createQuote,
  createRaw,
  createSource,
  createWrapUp,
} from '../support/items.ts';

if (!hasHugo()) console.info('what is written as typed, by Hugo: skipped, there is no hugo');

const figure = '{{< figure src="/a.png" alt="Ring" >}}';
const withHtml = { config: 'markup:\n  goldmark:\n    renderer:\n      unsafe: true\n' };
const event = { name: 'Meetup #1', url: '', startsAt: '2026-11-18', timeZone: '' };

async function built(items: readonly Item[], style: Partial<Profile> = {}): Promise<string> {
  const draft = composeDraft(createWrapUp({ event }), items, { ...defaultProfile, ...style });
  if (!draft.ok) throw new Error(draft.error.detail);
  const build = await buildWithHugo([{ slug: 'post', markdown: draft.value }], withHtml);
  expect(build.stderr, draft.value).toBe('');
  return build.html.post ?? '';
}

const shows = expect.stringMatching(/<figure[^>]*>\s*<img src="\/a\.png"/);

describe.skipIf(!hasHugo())('Hugo runs', () => {
  it.each<[string, Item]>([
    ['raw text', createRaw({ note: figure })],
    ['a note as typed', createNote({ note: figure, asTyped: true })],
    ['a part by hand', createPart({ part: 'intro', byHand: true, note: figure })],
    ['a bullet as typed', createNote({ note: figure, asTyped: true, form: 'bullet' })],
  ])('the shortcode and HTML of %s', async (_, item) => {
    expect(await built([item])).toEqual(shows);
    expect(await built([item], { columns: { quote: 9, prose: 9, bullet: 9, note: 9 } })).toEqual(
      shows,
    );
    const html = await built([{ ...item, note: '<b class="own">x</b>' } as Item]);
    expect(html).toContain('<b class="own">x</b>');
  });

  it.each(['> {{ items }}', '{{ items }}\n\n{{ items }}', 'A\n\n{{ items }}'])(
    'it by the template %j, too',
    async (template) => {
      expect(await built([createNote(), createRaw({ note: figure })], { template })).toEqual(shows);
    },
  );

  it('nothing in what is hidden, in older notes, and in what pages say', async () => {
    const html = await built([
      createRaw({ note: figure, hidden: true }),
      createNote({ note: figure, asTyped: true, hidden: true }),
      createPart({ part: 'intro', byHand: true, note: figure, hidden: true }),
      createNote({ note: figure }),
      createQuote({ markdown: figure, source: createSource({ cleanTitle: figure }) }),
    ]);
    expect(html).not.toContain('<figure');
    expect(html).toContain('{{&lt; figure');
  });

  it('what one raw block opens and another closes, around what pages say', async () => {
    const html = await built([
      createRaw({ note: '{{< highlight go >}}' }),
      createQuote({ markdown: 'Words {{< x >}}' }),
      createRaw({ note: '{{< /highlight >}}' }),
    ]);
    expect(html).toContain('class="highlight"');
    expect(html).toContain('Words');
  });
});
