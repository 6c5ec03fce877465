import fc from 'fast-check';
import { expect, it } from 'vitest';
import { zola } from '../../../../lib/render/dialects/zola.ts';
import { tries } from '../../../support/property-tries.ts';
import { shownWords } from '../../../support/shown-words.ts';

it.each([
  ['prose', 'a {{ x() }} {% y() %} { }', 'a {\\{ x() }} {\\% y() %} { }'],
  ['a third brace', '{{{ x() }}', '{\\{\\{ x() }}'],
  ['a call in code', '`{{ x(a=1) }}`', '`{\u200b{ x(a=1) }}`'],
  ['a call over lines in a fence', '```\n{%\n x ()\n%}\n```', '```\n{\u200b%\n x ()\n%}\n```'],
  ['one that is only shown, in code', '`{{/* x() */}}`', '`{\u200b{/* x() */}}`'],
  ['what is no call, in code', '`{{ x }}` `{% if x %}`', '`{{ x }}` `{% if x %}`'],
  ['an end alone, in code', '`{% end %}` `{% end_if %}`', '`{\u200b% end %}` `{% end_if %}`'],
  ['HTML', '<div>{{ x() }}</div>', '<div>&#123;{ x() }}</div>'],
  ['an autolink', '<https://a.example/{{x()>', '<https://a.example/%7B{x()>'],
  ['a link’s title', '[a](b "{{ c() }}")', '[a](b "{\\{ c() }}")'],
])('%s', (_, markdown, safe) => {
  expect(zola.makeSafe(markdown)).toBe(safe);
});

const piece = fc.constantFrom(
  ...['{{', '}}', '{%', '%}', '{', '%', '{{/*', '*/}}', 'x()', ' youtube(id="a") ', ' end ', '\\'],
  ...['`', '``', '```\n', '~~~\n', '\n', '\n\n', '> ', '- ', '# ', '    ', '[a](', ')', '"'],
  ...['<b>', '<!--', '-->', '<div>\n', '<https://a.example/', '>', '| a |\n| - |\n', 'word', ' '],
);

it('leaves no call, and shows the same words', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16, size: 'max' }), (pieces) => {
      const markdown = pieces.join('');
      const safe = zola.makeSafe(markdown);
      // Everything that its grammar (0.22, `content.pest`) does not read as text begins in one of
      // these ways.
      expect(safe).not.toMatch(/\{[{%]\s*[A-Za-z_]\w*\s*\(|\{[{%]\/\*|\{%\s*end\s*%\}/);
      expect(shownWords(safe)).toBe(shownWords(markdown));
      expect(safe.split('\n')).toHaveLength(markdown.split('\n').length);
    }),
    tries(400),
  );
});
