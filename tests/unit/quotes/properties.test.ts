import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../lib/core/text/words.ts';
import { compareWords } from '../../../lib/core/text/words-guard.ts';
import { readInline } from '../../../lib/markdown/inline.ts';
import { elideWords } from '../../../lib/quotes/elide-words.ts';
import { joinHalves } from '../../../lib/quotes/join-halves.ts';
import { emphasizeWords } from '../../../lib/quotes/mark-words.ts';
import { splitAt } from '../../../lib/quotes/split-quote.ts';
import { tries } from '../../support/property-tries.ts';

const html = (markdown: string) => new HtmlRenderer().render(new Parser().parse(markdown));
/** Returns the text that a reader sees. */
const textOf = (markdown: string) =>
  html(markdown)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const count = (markdown: string, tag: string) =>
  html(markdown).match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0;

const word = fc.constantFrom('one', 'two', 'Three', 'naïve', '自由', 'x1', 'a');
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
const inline = fc.oneof(
  { weight: 4, arbitrary: words },
  words.map((each) => `**${each}**`),
  words.map((each) => `*${each}*`),
  words.map((each) => `[${each}](https://y.example/p)`),
  words.map((each) => `**${each} [${each}](https://y.example/q)**`),
  words.map((each) => `\`${each}\``),
  words.map((each) => `(“${each}”)`),
  words.map((each) => `${each}, `),
  fc.constant('[...]'),
  fc.constant('\\*'),
);
const paragraph = fc
  .array(inline, { minLength: 1, maxLength: 6 })
  .map((each) => each.join(' ').trim());
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  paragraph.map((each) => `- ${each}\n- ${each}`),
  paragraph.map((each) => `> ${each}`),
  paragraph.map((each) => `## ${each}`),
  words.map((each) => `\`\`\`\n${each}\n\`\`\``),
);
const quote = fc.array(block, { minLength: 1, maxLength: 4 }).map((each) => each.join('\n\n'));
const selection = fc.tuple(fc.nat(), fc.nat());

const selected = (markdown: string, [a, b]: [number, number]) => {
  const [one, other] = [a % (markdown.length + 1), b % (markdown.length + 1)];
  return { start: Math.min(one, other), end: Math.max(one, other) };
};
const options = tries(150);

describe('an operation over the words of a quote', () => {
  it('marks words, and changes nothing else that a reader reads', () => {
    fc.assert(
      fc.property(
        quote,
        selection,
        fc.constantFrom('strong', 'emphasis'),
        (markdown, ends, kind) => {
          const outcome = emphasizeWords(markdown, selected(markdown, ends), kind);
          if (!outcome.ok) return;
          const edited = outcome.value.markdown;
          expect(textOf(edited)).toBe(textOf(markdown));
          const tag = kind === 'strong' ? 'strong' : 'em';
          expect(Math.abs(count(edited, tag) - count(markdown, tag))).toBe(1);
          expect(count(edited, 'a')).toBe(count(markdown, 'a'));
        },
      ),
      options,
    );
  });

  it('leaves words out and says so, and keeps the others and what is theirs', () => {
    fc.assert(
      fc.property(quote, selection, (markdown, ends) => {
        const outcome = elideWords(markdown, selected(markdown, ends));
        if (!outcome.ok) return;
        const edited = outcome.value.markdown;
        expect(compareWords([edited], markdown)).toEqual([{ words: 'same' }]);
        expect(wordsOf(edited).length).toBeLessThan(wordsOf(markdown).length);
        expect(textOf(edited)).toContain('[...]');
        // No mark became text, and no text became a mark.
        expect(textOf(edited).replace(/\[\.{3}\]/g, '')).not.toMatch(/[[\]`]|\*\*/);
        expect(count(edited, 'a')).toBeLessThanOrEqual(count(markdown, 'a'));
        const twice = /\[\.{3}\]\s*\[\.{3}\]/;
        if (!twice.test(markdown)) expect(edited).not.toMatch(twice);
      }),
      options,
    );
  });

  it('splits a quote in two, and joins the halves again', () => {
    fc.assert(
      fc.property(quote, fc.nat(), (markdown, n) => {
        const outcome = splitAt(markdown, n % (markdown.length + 1));
        if (!outcome.ok) return;
        const { first, second } = outcome.value;
        expect([...wordsOf(first), ...wordsOf(second)]).toEqual(wordsOf(markdown));
        expect(compareWords([first, second], markdown)).toEqual([
          { words: 'same' },
          { words: 'same' },
        ]);
        expect(`${textOf(first)} ${textOf(second)}`.replace(/\s/g, '')).toBe(
          textOf(markdown).replace(/\s/g, ''),
        );
        const joined = joinHalves(outcome.value, markdown);
        expect(wordsOf(joined)).toEqual(wordsOf(markdown));
        expect(textOf(joined).replace(/\s/g, '')).toBe(textOf(markdown).replace(/\s/g, ''));
      }),
      options,
    );
  });

  it('takes a time that grows with the length of the quote', () => {
    const long = `${'some words of [it](https://y.example/) and *more* '.repeat(40_000)}end`;
    const half = Math.floor(long.length / 2);
    expect(elideWords(long, { start: half, end: half + 20 }).ok).toBe(true);
    expect(splitAt(long, half).ok).toBe(true);
    // Openers that nothing closes.
    for (const open of ['*a ', '[', '![', '_a', '**a *b ', '`', '[a](', '<']) {
      readInline(open.repeat(50_000));
    }
  });
});

describe('the spans of a paragraph', () => {
  it('are those that CommonMark finds', () => {
    const piece = fc.constantFrom(
      ...['*', '**', '***', '_', '__', '[', '](u)', '![', ']', '`', ' ', 'a', 'b', '.', '\\'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = `a${pieces.join('')}b`;
        const { spans } = readInline(text);
        const found = (kind: string) => spans.filter((span) => span.kind === kind).length;
        expect({
          a: count(text, 'a'),
          img: count(text, 'img'),
          code: count(text, 'code'),
          // An image's text has no tags.
          strong: count(text, 'img') > 0 ? 0 : count(text, 'strong'),
          em: count(text, 'img') > 0 ? 0 : count(text, 'em'),
        }).toEqual({
          a: found('link') - (text.includes('![') ? linksInImages(spans) : 0),
          img: found('image') - imagesInImages(spans),
          code: found('code') - codeInImages(spans),
          strong: found('image') > 0 ? 0 : found('strong'),
          em: found('image') > 0 ? 0 : found('emphasis'),
        });
      }),
      tries(400),
    );
  });
});

type Spans = ReturnType<typeof readInline>['spans'];
const inImages = (spans: Spans, kind: string) =>
  spans.filter(
    (span) =>
      span.kind === kind &&
      spans.some(
        (other) => other.kind === 'image' && other.start < span.start && span.end < other.end,
      ),
  ).length;
const linksInImages = (spans: Spans) => inImages(spans, 'link');
const imagesInImages = (spans: Spans) => inImages(spans, 'image');
const codeInImages = (spans: Spans) => inImages(spans, 'code');
