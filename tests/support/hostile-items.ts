import fc from 'fast-check';
import type { Item } from '../../lib/core/post/item.ts';
import {
  createImage,
  createLink,
  createNote,
  createQuote,
  createSection,
  createSource,
  createSpeaker,
  createWrapUp,
} from './items.ts';

/** Items and details made of everything that has a meaning in Markdown, HTML, YAML or Hugo. */

const piece = fc.constantFrom(
  ...[
    'a',
    'word',
    ' ',
    ' ',
    '\n',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '> ',
    '- ',
    '* ',
    '1. ',
    '# ',
    '---',
    '===',
    '***',
  ],
  ...[
    '```',
    '~~~',
    '`',
    '``',
    '<!--',
    '-->',
    '--!>',
    '--',
    '->',
    '>',
    '<!-->',
    '<!--->',
    '<?',
    '?>',
    '<![CDATA[',
    ']]>',
    '<!X',
  ],
  ...[
    '<script>',
    '</script>',
    '<pre>',
    '<div>',
    '</div>',
    '<style',
    '<textarea>',
    '<b>',
    '<a href="',
    '"',
    "'",
    '(',
    ')',
  ],
  ...[
    '[',
    ']',
    '](',
    '![',
    '[a]: ',
    '[^1]: ',
    '[^1]',
    ': ',
    '| a |',
    '| - |',
    '\\',
    '&',
    '&lt;',
    '*',
    '_',
    '~',
  ],
  ...[
    '{{<',
    '{{%',
    '>}}',
    '%}}',
    '{{</*',
    '*/>}}',
    '{',
    '{{',
    '<!--more-->',
    '{link}',
    '{#id}',
    '{{ canary }}',
    '{% echo canary %}',
    '{% raw %}',
    '{% endraw %}',
    '}}',
    '%}',
    '{:',
    '\0',
    '\r',
    '\u2028',
    '\ud800',
  ],
);
const hostile = fc.array(piece, { maxLength: 16, size: 'max' }).map((parts) => parts.join(''));
const url = fc.oneof(
  fc.constant('https://a.example/b'),
  hostile.map((text) => `https://a.example/${text}`),
);
const hidden = fc.boolean();

export const hostileItem: fc.Arbitrary<Item> = fc.oneof(
  fc
    .record({
      note: hostile,
      hidden,
      form: fc.constantFrom('bullet' as const, 'paragraph' as const),
    })
    .map(createNote),
  fc
    .record({ note: hostile, hidden, form: fc.constantFrom('lead-in' as const, 'h2' as const) })
    .map(createSection),
  fc
    .record({
      note: hostile,
      hidden,
      title: hostile,
      url,
      form: fc.constantFrom('bullet' as const, 'paragraph' as const),
    })
    .map(createLink),
  fc.record({ note: hostile, hidden, alt: hostile, path: hostile, linkUrl: url }).map(createImage),
  fc
    .record({
      note: hostile,
      hidden,
      markdown: hostile,
      text: hostile.map((text) => text || 'x'),
      attributionLabel: hostile,
      attribution: fc.constantFrom(
        'host-path' as const,
        'title' as const,
        'section' as const,
        'custom' as const,
        'none' as const,
      ),
      form: fc.constantFrom('quote' as const, 'bullet' as const),
      source: fc
        .record({
          ...{ canonicalUrl: url, cleanTitle: hostile, heading: hostile, headingId: hostile },
          place: fc.record({
            ...{ kind: fc.constantFrom('comment' as const, 'code' as const), url },
            ...{ author: hostile, published: fc.constant(''), number: fc.constant(null) },
            label: hostile,
          }),
        })
        .map(createSource),
    })
    .map(createQuote),
);
export const hostileWrapUp = fc
  .record({ title: hostile, name: hostile, role: hostile, url })
  .map(({ title, name, role, url: address }) =>
    createWrapUp({
      title,
      event: { name, url: address, startsAt: '2026-11-18T19:00', timeZone: '' },
      venue: { name: role, url: address },
      speakers: [createSpeaker({ name, role, url: address, affiliation: { name: role, url: '' } })],
      recording: { url: address, picture: role, pictureAlt: name },
      footer: 'Last words.',
    }),
  );
