import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../lib/core/item.ts';
import { defaultProfile } from '../../../lib/core/profile.ts';
import { composeDraft } from '../../../lib/render/compose.ts';
import { renderFrontMatter } from '../../../lib/render/front-matter.ts';
import {
  createImage,
  createLink,
  createNote,
  createQuote,
  createSection,
  createSource,
  createSpeaker,
  createWrapUp,
} from '../../support/items.ts';

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

const item: fc.Arbitrary<Item> = fc.oneof(
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
        'custom' as const,
        'none' as const,
      ),
      form: fc.constantFrom('quote' as const, 'bullet' as const),
      source: fc.record({ canonicalUrl: url, cleanTitle: hostile }).map(createSource),
    })
    .map(createQuote),
);
const details = fc
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
const runs = { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 1500) };
const timeLimitMs = 120_000;

/** The last top-level blocks, by the reference parser, link definitions left out as it does. */
function lastBlocks(body: string): [string, string | null | undefined][] {
  const blocks: [string, string | null | undefined][] = [];
  for (let node = new Parser().parse(body).firstChild; node; node = node.next) {
    blocks.push([node.type, node.type === 'paragraph' ? node.firstChild?.literal : undefined]);
  }
  return blocks.slice(-2);
}

describe('whatever the items and details hold', () => {
  const bodyOf = (
    ...[wrapUp, items]: Parameters<typeof composeDraft> extends [infer W, infer I, ...unknown[]]
      ? [W, I]
      : never
  ) => {
    const draft = composeDraft(wrapUp, items, defaultProfile);
    if (!draft.ok) throw new Error(draft.error.detail);
    const frontMatter = renderFrontMatter(wrapUp, defaultProfile);
    expect(draft.value.startsWith(frontMatter)).toBe(true);
    return draft.value.slice(frontMatter.length);
  };

  it(
    'the post still ends in its line and its footer',
    () => {
      fc.assert(
        fc.property(details, fc.array(item, { maxLength: 4 }), (wrapUp, items) => {
          expect(lastBlocks(bodyOf(wrapUp, items))).toEqual([
            ['thematic_break', undefined],
            ['paragraph', 'Last words.'],
          ]);
        }),
        runs,
      );
    },
    timeLimitMs,
  );

  it(
    'no shortcode starts, except in Hugo’s own comment form',
    () => {
      fc.assert(
        fc.property(details, fc.array(item, { maxLength: 4 }), (wrapUp, items) => {
          const body = bodyOf(wrapUp, items);
          // Read from left to right, as Hugo does.
          const comments = /\{\{(?:<\/\*[\s\S]*?\*\/>|%\/\*[\s\S]*?\*\/%)\}\}/g;
          const withoutComments = body.replace(comments, ' ');
          expect(withoutComments).not.toMatch(/\{\{[<%]/);
        }),
        runs,
      );
    },
    timeLimitMs,
  );

  it(
    'nothing hidden is to be seen',
    () => {
      fc.assert(
        fc.property(fc.array(item, { maxLength: 3 }), (items) => {
          const secret = items.map((each) => ({ ...each, hidden: true }));
          const body = bodyOf(createWrapUp({ footer: 'Last words.' }), secret);
          const visible: string[] = [];
          for (let node = new Parser().parse(body).firstChild; node; node = node.next) {
            if (node.type !== 'html_block') visible.push(node.type);
            else expect(node.literal).toMatch(/^<!--\n\n(?:(?!-->|--!>)[\s\S])*\n\n-->$/);
          }
          expect(visible).toEqual(['thematic_break', 'paragraph']);
        }),
        runs,
      );
    },
    timeLimitMs,
  );
});
