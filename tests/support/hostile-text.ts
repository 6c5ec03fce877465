import fc from 'fast-check';

/** Everything that has a meaning in some Markdown, and what may be beside it. */
const hostile = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...'\\`*_{}[]()#+-.!|<>~=:&@"\'$^%/ 1aé漢€🎉\u00a0') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '**',
        '__',
        '~~',
        '```',
        '~~~',
        '---',
        '===',
        '](',
        '![',
        '[x] ',
        '[ ] ',
        '[^1]',
        '[a]: ',
        '1. ',
        '2) ',
        '- ',
        '+ ',
        '* ',
        '> ',
        '# ',
        '## ',
        ' #',
        '&amp;',
        '&#35;',
        '&copy;',
        '<b>',
        '</b>',
        '<!--',
        '-->',
        '<!--more-->',
        '<?',
        '<a@b.c>',
        '<http://x.y>',
        'http://a.example',
        'https://b.example/c_d_e',
        'www.c.example',
        'd@e.example',
        '{{<',
        '{{%',
        '>}}',
        '{#id}',
        '{.c}',
        ': ',
        '\\',
        '  ',
        'word',
        ' and ',
      ],
    ),
  },
);
/** Text that careless converters turn into Markdown, or Hugo into something else. */
export const hostileText = fc
  .array(hostile, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(''))
  .filter((each) => /\S/.test(each));
