import { describe, expect, it } from 'vitest';
import type { QuoteOutcome } from '../../../lib/quotes/edit-outcome.ts';
import { elideWords } from '../../../lib/quotes/elide-words.ts';
import { joinHalves } from '../../../lib/quotes/join-halves.ts';
import { emphasizeWords } from '../../../lib/quotes/mark-words.ts';
import { splitAt } from '../../../lib/quotes/split-quote.ts';

/** Returns the text without its two bars, and what is between them. */
function marked(text: string) {
  const start = text.indexOf('|');
  const end = text.indexOf('|', start + 1) - 1;
  return { markdown: text.replaceAll('|', ''), selection: { start, end: end < 0 ? start : end } };
}

const resultOf = (outcome: QuoteOutcome) => (outcome.ok ? outcome.value.markdown : outcome.error);

describe('emphasis', () => {
  const bold = (text: string) => {
    const { markdown, selection } = marked(text);
    return resultOf(emphasizeWords(markdown, selection, 'strong'));
  };
  const italic = (text: string) => {
    const { markdown, selection } = marked(text);
    return resultOf(emphasizeWords(markdown, selection, 'emphasis'));
  };

  it.each([
    ['an |embeddable| one', 'an **embeddable** one'],
    ['an |**embeddable**| one', 'an embeddable one'],
    ['an **|embeddable|** one', 'an embeddable one'],
    ['an *|embeddable|* one', 'an ***embeddable*** one'],
    ['|“Words”|, he said', '**“Words”**, he said'],
    ['a [|link|](https://y.example/) b', 'a [**link**](https://y.example/) b'],
    ['- |one|', '- **one**'],
    ['## |Head|', '## **Head**'],
    ['|## Head|', '## **Head**'],
    ['a |bo|ld word', 'a **bold** word'],
    ['run `go |test`| now', 'run **`go test`** now'],
    ['自由|軟體|運動', '**自由軟體運動**'],
    ['two |lines\nof| it', 'two **lines\nof** it'],
  ])('bold: %j', (text, edited) => {
    expect(bold(text)).toBe(edited);
  });

  it.each([
    ['an |embeddable| one', 'an *embeddable* one'],
    ['an *|embeddable|* one', 'an embeddable one'],
    ['an _|embeddable|_ one', 'an embeddable one'],
    ['a **|bold| word**', 'a ***bold* word**'],
  ])('italic: %j', (text, edited) => {
    expect(italic(text)).toBe(edited);
  });

  it.each([
    ['without a word', 'a | | b', 'no-words'],
    ['at a caret', 'a| b', 'no-words'],
    ['over paragraphs', 'one |two\n\nthree| four', 'one-paragraph'],
    ['in code', '```\none |two| three\n```', 'in-block'],
    ['across emphasis', '**one |two** three| four', 'crossing'],
  ])('is refused %s', (_, text, reason) => {
    expect(bold(text)).toBe(reason);
  });

  it('is refused across a link', () => {
    expect(bold('a [lin|ked words](https://y.example/) b| c')).toBe(
      'a **[linked words](https://y.example/) b** c',
    );
    expect(bold('a [one |two](https://y.example/) b| c')).toBe('crossing');
  });
});

describe('leaving words out', () => {
  const elide = (text: string) => {
    const { markdown, selection } = marked(text);
    return resultOf(elideWords(markdown, selection));
  };

  it.each([
    ['one |two| three', 'one [...] three'],
    ['one t|w|o three', 'one [...] three'],
    ['|one| two', '[...] two'],
    ['one |two|', 'one [...]'],
    ['one |two|, three', 'one [...], three'],
    ['one |two,| three', 'one [...] three'],
    ['one |two|.', 'one [...]'],
    ['one (|two| three)', 'one ([...] three)'],
    ['one |two| (three)', 'one [...] (three)'],
    ['one |two|(three) four', 'one \\[...\\](three) four'],
    ['|one|: two', '\\[...\\]: two'],
    ['one [...] |two| three', 'one [...] three'],
    ['one |two| [...] three', 'one [...] three'],
    ['one [...] |two| [...] three', 'one [...] three'],
    ['one **two |three|** four', 'one **two** [...] four'],
    ['one **two |three** four| five', 'one **two** [...] five'],
    ['one |two **three| four** five', 'one [...] **four** five'],
    ['one **|two three|** four', 'one [...] four'],
    ['one [two |three](https://y.example/) four| five', 'one [two](https://y.example/) [...] five'],
    [
      'one |two [three| four](https://y.example/) five',
      'one [...] [four](https://y.example/) five',
    ],
    ['one |[two](https://y.example/)| three', 'one [...] three'],
    ['one [|two|](https://y.example/) three', 'one [...] three'],
    ['run `go |test`| now', 'run [...] now'],
    ['one |two\nthree| four', 'one [...] four'],
    ['one\n\n|two|\n\nthree', 'one\n\n[...]\n\nthree'],
    ['one\n\n|two\n\nthree|\n\nfour', 'one\n\n[...]\n\nfour'],
    ['one |two\n\nthree| four', 'one [...]\n\nfour'],
    ['one |two\n\nthree|\n\nfour', 'one [...]\n\nfour'],
    ['one |two\n\nmid\n\nthree| four', 'one [...]\n\nfour'],
    ['one\n\n|two\n\nthree| four', 'one\n\n[...] four'],
    ['|one\n\ntwo| three', '[...] three'],
    ['one [...]\n\n|two|\n\nthree', 'one [...]\n\nthree'],
    ['one\n\n|two|\n\n[...] three', 'one\n\n[...] three'],
    ['one\n\n[...]\n\n|two| three', 'one\n\n[...]\n\nthree'],
    ['one\n\n|two|', 'one\n\n[...]'],
    ['- one\n- |two|\n- three', '- one\n- [...]\n- three'],
    ['- one |two\n- three| four', '- one [...]\n- four'],
    ['one\n\n```\ncode |here\n```\n\ntwo| three', 'in-block'],
    ['one\n\n|```\ncode here\n```|\n\ntwo', 'one\n\n[...]\n\ntwo'],
    ['## |Head|\n\none', '[...]\n\none'],
    ['> one |two|\n> three', '> one [...]\n> three'],
    ['> one |two\n> three| four', '> one [...] four'],
  ])('%j', (text, edited) => {
    expect(elide(text)).toBe(edited);
  });

  it('is refused of a part of a table', () => {
    const markdown = '| a | b |\n| --- | --- |\n| c | d |';
    const at = markdown.indexOf('c');
    expect(resultOf(elideWords(markdown, { start: at, end: at + 1 }))).toBe('in-block');
  });

  it.each([
    ['of all words', '|one two|', 'no-words-left'],
    ['of none', 'one| |two', 'no-words'],
    ['of a part of code', '```\none |two| three\n```', 'in-block'],
  ])('is refused %s', (_, text, reason) => {
    expect(elide(text)).toBe(reason);
  });
});

describe('splitting a quote', () => {
  const split = (text: string) => {
    const { markdown, selection } = marked(text);
    const outcome = splitAt(markdown, selection.start);
    return outcome.ok ? [outcome.value.first, outcome.value.second] : outcome.error;
  };

  it.each([
    ['one |two', ['one', 'two']],
    ['one| two', ['one', 'two']],
    ['one t|wo three', ['one', 'two three']],
    ['one, |“two”', ['one,', '“two”']],
    ['one **two |three** four', ['one **two**', '**three** four']],
    [
      'one [two |three](https://y.example/)',
      ['one [two](https://y.example/)', '[three](https://y.example/)'],
    ],
    ['one\n\n|two', ['one', 'two']],
    ['one|\n\ntwo', ['one', 'two']],
    ['one\n|two', ['one', 'two']],
    ['- one\n- |two\n- three', ['- one', '- two\n- three']],
    ['- one |two\n- three', ['- one', '- two\n- three']],
    ['1. one\n\n   |two\n2. three', ['1. one', 'two\n2. three']],
    ['> one |two', ['> one', '> two']],
    ['one\n\n```\n|two\n```', ['one', '```\ntwo\n```']],
    ['run `go |test` now', ['run', '`go test` now']],
  ])('%j', (text, halves) => {
    expect(split(text)).toEqual(halves);
  });

  it.each([
    ['before the first word', '|one two', 'no-words-left'],
    ['after the last', 'one two|', 'no-words-left'],
    ['in code', '```\none |two\n```', 'in-block'],
  ])('is refused %s', (_, text, reason) => {
    expect(split(text)).toBe(reason);
  });
});

describe('joining halves', () => {
  it.each([
    ['one two', 'three', 'one two three', 'one two three'],
    ['one', 'two', 'one\n\ntwo', 'one\n\ntwo'],
    ['- one', '- two', '- one\n- two', '- one\n- two'],
    ['one **two**', '**three** four', 'one **two three** four', 'one **two three** four'],
    ['one [two](u)', '[three](u)', 'one [two three](u)', 'one [two three](u)'],
    ['one [two](u)', '[three](v)', 'one [two](u) [three](v)', 'one [two](u) [three](v)'],
    ['one', 'three', 'one two three', 'one [...] three'],
    ['one [...]', 'three', 'one two three', 'one [...] three'],
    ['one [...].', 'Three', 'one two. Three', 'one [...]. Three'],
    ['one', '[...] three', 'one two three', 'one [...] three'],
    ['one', 'three', 'one\n\ntwo\n\nthree', 'one [...]\n\nthree'],
    ['one changed', 'three', 'one two three', 'one changed\n\nthree'],
  ])('%j and %j of %j', (first, second, captured, joined) => {
    expect(joinHalves({ first, second }, captured)).toBe(joined);
  });
});
