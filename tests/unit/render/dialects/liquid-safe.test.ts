import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import nunjucks from 'nunjucks';
import { describe, expect, it } from 'vitest';
import { makeLiquidSafe, withoutRaw } from '../../../../lib/render/dialects/liquid-safe.ts';
import { tries } from '../../../support/property-tries.ts';

const runs = tries(600);

const liquidjs = new Liquid();
const nunjucksJs = new nunjucks.Environment(null, { autoescape: true });

/**
 * Returns what Jekyll's Liquid (Ruby, 4.x) makes of a text without a template: it splits the text
 * with one expression, ignoring `raw`, and only then looks for the end of `raw` among the pieces.
 * `undefined` if it would run something, or fail.
 * @see https://github.com/Shopify/liquid/blob/v4.0.4/lib/liquid.rb
 */
function byRuby(text: string): string | undefined {
  const pieces = text.split(/(\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}?|\{\{|\{%)/).filter(Boolean);
  let out = '';
  let isRaw = false;
  for (const piece of pieces) {
    const [, before = '', name] = /^([\s\S]*)\{%-?\s*(\w+)\s*-?%\}$/.exec(piece) ?? [];
    if (isRaw && name === 'endraw') {
      out += before;
      isRaw = false;
    } else if (isRaw || !/^\{[{%]/.test(piece)) out += piece;
    else if (before === '' && name === 'raw') isRaw = true;
    else return undefined;
  }
  return isRaw ? undefined : out;
}

const piece = fc.constantFrom(
  ...['{{', '}}', '{%', '%}', '{', '}', '%', '{{{', '{%-', '-%}', '{{-', '{#', '#}', '-', '|', '"'],
  ...['raw', 'endraw', ' raw ', ' endraw ', 'if x', 'endif', 'comment', 'include a', 'site.title'],
  ...['{% raw %}', '{% endraw %}', '{%- endraw -%}', '{{ page }}', '{% if x %}', '\n', ' ', 'a'],
  ...['`', '```\n', '> ', '<b>', '\u2028', '😀'],
);
const hostile = fc.array(piece, { maxLength: 20, size: 'max' }).map((parts) => parts.join(''));

describe('to a generator that runs Liquid over a post', () => {
  it.each([
    ['what is no code', 'a { b } % { % }', 'a { b } % { % }'],
    ['a value', 'a {{ page.title }} b', 'a {% raw %}{{ page.title }}{% endraw %} b'],
    ['a tag', '{% include x %}', '{% raw %}{% include x %}{% endraw %}'],
    ['the end of raw', '{% endraw %}', '{% raw %}{{% endraw %}% endraw %}'],
    ['one that nothing ends', '{{ a', '{% raw %}{{% endraw %}{ a'],
    ['one that ends in three', '{{ a }}}', '{% raw %}{{ a }}{% endraw %}}'],
  ])('%s is text', (_, markdown, safe) => {
    expect(makeLiquidSafe(markdown)).toBe(safe);
  });

  it('any text is the same text, in as many lines', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = makeLiquidSafe(text);
        expect(liquidjs.parseAndRenderSync(safe)).toBe(text);
        expect(byRuby(safe)).toBe(text);
        expect(withoutRaw(safe)).toBe(text);
        expect(safe.split('\n')).toHaveLength(text.split('\n').length);
      }),
      runs,
    );
  });

  it('any text is the same text by Nunjucks, too, which Eleventy may run', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = makeLiquidSafe(text, 'nunjucks');
        expect(nunjucksJs.renderString(safe, { page: 'CODE RAN' })).toBe(text);
        expect(liquidjs.parseAndRenderSync(safe)).toBe(text);
        expect(withoutRaw(safe)).toBe(text);
      }),
      runs,
    );
  });
});
