import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../lib/core/post/item.ts';
import type { Layout } from '../../../../lib/core/post/profile.ts';
import { defaultProfile } from '../../../../lib/core/post/profile.ts';
import type { WrapUp } from '../../../../lib/core/post/wrap-up.ts';
import { composeDraft } from '../../../../lib/render/compose.ts';
import { frontMatterText } from '../../../support/front-matter.ts';
import { hostileItem, hostileWrapUp } from '../../../support/hostile-items.ts';
import { createNote, createQuote, createRaw, createWrapUp } from '../../../support/items.ts';
import { tries } from '../../../support/property-tries.ts';

const runs = tries(150);
const timeLimitMs = 120_000;

function bodyOf(layout: Layout, wrapUp: WrapUp, items: readonly Item[], template = ''): string {
  const profile = { ...defaultProfile, layout, template };
  const draft = composeDraft(wrapUp, items, profile);
  if (!draft.ok) throw new Error(draft.error.detail);
  const frontMatter = frontMatterText(wrapUp, profile);
  expect(draft.value.startsWith(frontMatter)).toBe(true);
  return draft.value.slice(frontMatter.length);
}

/** Runs Liquid over a post; anything that could be code becomes a separate word. */
const byLiquid = (body: string) => new Liquid().parseAndRenderSync(body, { canary: 'CODE RAN' });

describe.each(['jekyll', 'eleventy'] as const)('a post for %s', (layout) => {
  it(
    'runs nothing that is from a page, and no word of it is lost to Liquid',
    () => {
      fc.assert(
        fc.property(hostileWrapUp, fc.array(hostileItem, { maxLength: 4 }), (wrapUp, items) => {
          const html = byLiquid(bodyOf(layout, wrapUp, items));
          expect(html).not.toContain('CODE RAN');
          expect(html).toMatch(/Last words\.\n$/);
        }),
        runs,
      );
    },
    timeLimitMs,
  );

  it.each(['', '> {{ items }}', '{{ items }}\n\n{{ items }}', 'A\n\n{{ items }}'])(
    'runs what its note-taker wrote as typed, by the template %j',
    (template) => {
      const items = [
        createRaw({ note: '{% assign own = canary %}{{ own }}' }),
        createNote({ note: 'As {{ canary }} typed', asTyped: true }),
        createNote({ note: 'As {{ canary }} before' }),
        createQuote({ markdown: 'Of `{{ canary }}` a page' }),
      ];
      const html = byLiquid(bodyOf(layout, createWrapUp(), items, template));
      expect(html).toContain('As CODE RAN typed');
      expect(html).toContain('As {{ canary }} before');
      expect(html).toContain('Of `{{ canary }}` a page');
    },
  );

  it('runs nothing that is hidden', () => {
    const note = '{{ canary }}';
    const items = [
      createRaw({ note, hidden: true }),
      createNote({ note, asTyped: true, hidden: true }),
    ];
    expect(byLiquid(bodyOf(layout, createWrapUp(), items))).not.toContain('CODE RAN');
  });

  it('fills no note around code of its own', () => {
    const note = '{% include figure.html src="/a.png" caption="some words" %}';
    const columns = { quote: 9, prose: 9, bullet: 9, note: 9 };
    const draft = composeDraft(createWrapUp(), [createNote({ note, asTyped: true })], {
      ...defaultProfile,
      layout,
      columns,
    });
    expect(draft.ok && draft.value).toContain(note);
  });
});
