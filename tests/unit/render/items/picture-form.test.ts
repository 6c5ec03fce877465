import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../../../lib/core/post/profile.ts';
import { composeDraft } from '../../../../lib/render/compose.ts';
import { renderItem } from '../../../../lib/render/items/render-item.ts';
import { hostileText } from '../../../support/hostile-text.ts';
import { createImage, createWrapUp } from '../../../support/items.ts';
import { codeInMdx } from '../../../support/mdx.ts';
import { tries } from '../../../support/property-tries.ts';

const clip = createImage({
  ...{ alt: 'A "ring"', path: '/img/ring.png', linkUrl: 'https://a.example/?b=1&c', note: 'Seen:' },
  caption: 'Five *daemons*',
});
const written = (profile: Partial<Profile>, item = clip) =>
  renderItem(item, { ...defaultProfile, ...profile });
const shortcode =
  '{{< figure src="/img/ring.png" alt="A \\"ring\\"" caption="Five *daemons*" link="https://a.example/?b=1&c" >}}';
const markdown = '[![A "ring"](/img/ring.png)](https://a.example/?b=1&c)';
const img =
  '<a href="https://a.example/?b&#61;1&#38;c"><img src="/img/ring.png" alt="A &#34;ring&#34;" /></a>';

describe('a picture', () => {
  it.each<[Partial<Profile>, string]>([
    [{}, `Seen:\n\n${markdown}\n\nFive *daemons*`],
    [{ pictureForm: 'shortcode' }, `Seen:\n\n${shortcode}`],
    [{ pictureForm: 'shortcode', layout: 'hugo-bundle' }, `Seen:\n\n${shortcode}`],
    [
      { pictureForm: 'figure', rawHtml: true },
      `Seen:\n\n<figure>\n${img}\n<figcaption>Five &#42;daemons&#42;</figcaption>\n</figure>`,
    ],
    [{ pictureForm: 'img', rawHtml: true }, `Seen:\n\n${img}\n\nFive *daemons*`],
    // The generator does not have it, or leaves it out.
    [{ pictureForm: 'shortcode', layout: 'jekyll' }, `Seen:\n\n${markdown}\n\nFive *daemons*`],
    [{ pictureForm: 'figure' }, `Seen:\n\n${markdown}\n\nFive *daemons*`],
  ])('is written in the form of the house: %o', (profile, text) => {
    expect(written(profile)).toBe(text);
  });

  it('is no code beside what its form is, whoever wrote its words', () => {
    const layouts = ['hugo-static', 'docusaurus', 'jekyll', 'zola', 'eleventy'] as const;
    const forms = ['shortcode', 'figure', 'img'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...layouts),
        fc.constantFrom(...forms),
        hostileText,
        hostileText,
        (layout, pictureForm, alt, words) => {
          const profile = { ...defaultProfile, layout, pictureForm, rawHtml: true };
          const item = createImage({ alt, caption: words, path: `/${words}.png`, linkUrl: words });
          const made = composeDraft(createWrapUp(), [item], profile);
          if (!made.ok) throw new Error(made.error.code);
          const text = made.value.replace(/^---\n[\s\S]*?\n---\n/, '');
          if (layout === 'docusaurus') {
            for (const code of codeInMdx(text))
              expect(code).toMatch(/^<\/?(?:figure|figcaption|a|img)\b/);
          } else if (layout !== 'hugo-static') {
            expect(text.replace(/\{% raw %\}[\s\S]*?\{% endraw %\}/g, '')).not.toMatch(/\{[{%]/);
          }
          expect(text).not.toMatch(/<script|\son\w+=|="javascript:/i);
        },
      ),
      tries(100),
    );
  });

  it('that is hidden is a comment in which nothing runs', () => {
    const hidden = written({ pictureForm: 'shortcode' }, { ...clip, hidden: true });
    expect(hidden.startsWith('<!--')).toBe(true);
    expect(hidden).not.toMatch(/\{\{</);
  });
});
