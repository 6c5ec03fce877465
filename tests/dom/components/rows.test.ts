import { describe, expect, it } from 'vitest';
import {
  followCount,
  growDown,
  growUp,
  including,
  openWindow,
  overWhole,
} from '../../../components/clips/list-window.ts';
import {
  leadInLink,
  plainPreview,
  previewText,
  searchText,
  wordsAroundLink,
} from '../../../components/clips/preview-text.ts';
import { shortKeys } from '../../../components/clips/shortcut-text.ts';
import { placeOptions } from '../../../components/wrap-up/places.ts';
import { withTags } from '../../../components/wrap-up/tags.ts';
import { limits } from '../../../lib/core/base/limits.ts';
import { createMoment, createQuote, createSource, createWrapUp } from '../../support/items.ts';

describe('what a row shows of a link', () => {
  it.each([
    ['', ['', '']],
    ['grew out of it', ['', ' grew out of it']],
    [', a store', ['', ', a store']],
    ['  \n, a store', ['', ', a store']],
    ['{link} run it', ['', ' run it']],
    ['More on it: {link} (2024)', ['More on it: ', ' (2024)']],
    ['({link})', ['(', ')']],
    ['*see* {link}', ['see ', '']],
  ])('has the words %j around it as the post will', (note, [before, after]) => {
    expect(wordsAroundLink(note)).toEqual({ before, after });
  });

  it('is named in a quote’s lead-in by the word of the note-taker, else by the page’s title', () => {
    const quote = createQuote({
      note: '{link} says:',
      source: createSource({ cleanTitle: 'Rings' }),
    });
    expect(leadInLink(quote)).toBe('Rings');
    expect(leadInLink({ ...quote, attributionLabel: 'Kelp' })).toBe('Kelp');
    expect(leadInLink({ ...quote, note: 'It says:' })).toBe(undefined);
  });
});

describe('what a row shows of Markdown', () => {
  it.each([
    ['see [the issue](https://x.example/1) and ![a picture](p.png)', 'see the issue and a picture'],
    ['**bold** and *soft*, `code` and __more__', 'bold and soft, code and more'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['# Title\n\n* one\n* two\n\n> said', 'Title one two said'],
    ['1 \\* 2 \\[x\\]', '1 * 2 [x]'],
    ['', ''],
  ])('reads %j as %j', (markdown, text) => {
    expect(plainPreview(markdown)).toBe(text);
  });

  it('is a short piece of a quote, however long the quote is', () => {
    const text = 'word '.repeat(200_000);
    expect(previewText(createQuote({ text })).length).toBeLessThan(500);
    expect(previewText(createQuote({ text, editedMarkdown: text })).length).toBeLessThan(500);
  });

  it('is the time of a moment, with hours only where there are some', () => {
    expect(previewText(createMoment({ startSeconds: 1625 }))).toBe('27:05');
    expect(previewText(createMoment({ startSeconds: 3723 }))).toBe('1:02:03');
  });

  it('is searched in words, note and source', () => {
    const quote = createQuote({ text: 'Every Append', note: 'My word' });
    for (const needle of ['every append', 'my word', 'example.org']) {
      expect(searchText(quote)).toContain(needle);
    }
  });
});

describe('the window over a long list', () => {
  it('opens at the end, or around a row', () => {
    expect(openWindow(1000, undefined)).toEqual({ from: 940, to: 1000 });
    expect(openWindow(1000, 500)).toEqual({ from: 470, to: 530 });
    expect(openWindow(1000, 0)).toEqual({ from: 0, to: 60 });
    expect(openWindow(7, undefined)).toEqual({ from: 0, to: 7 });
  });

  it('stays at the end as the list grows, and in the list as it shrinks', () => {
    expect(followCount({ from: 940, to: 1000 }, 1000, 1001)).toEqual({ from: 940, to: 1001 });
    expect(followCount({ from: 100, to: 160 }, 1000, 1001)).toEqual({ from: 100, to: 160 });
    expect(followCount({ from: 940, to: 1000 }, 1000, 20)).toEqual({ from: 0, to: 20 });
  });

  it('shows the same rows, and more above, once the whole of a list is there', () => {
    const whole = Array.from({ length: 1000 }, (_, n) => `row ${n}`);
    const end = whole.slice(985);
    expect(overWhole({ from: 0, to: 15 }, end, whole)).toEqual({ from: 940, to: 1000 });
    const middle = whole.slice(496, 515);
    expect(overWhole({ from: 0, to: 19 }, middle, whole)).toEqual({ from: 455, to: 515 });
    expect(overWhole({ from: 0, to: 2 }, ['gone', 'too'], whole)).toEqual({ from: 940, to: 1000 });
  });

  it('grows to a row that is near, and opens anew at one that is far', () => {
    expect(including({ from: 940, to: 1000 }, 939, 1000)).toEqual({ from: 880, to: 1000 });
    expect(including({ from: 940, to: 1000 }, 0, 1000)).toEqual({ from: 0, to: 60 });
    expect(including({ from: 0, to: 60 }, 30, 1000)).toEqual({ from: 0, to: 60 });
  });

  it('grows by fewer rows where they are high', () => {
    const window = openWindow(1000, 0, 20);
    expect(window).toEqual({ from: 0, to: 20 });
    expect(growDown(window, 1000, 20)).toEqual({ from: 0, to: 40 });
    expect(growUp({ from: 300, to: 320 }, 20)).toEqual({ from: 280, to: 320 });
    expect(including(window, 30, 1000, 20)).toEqual({ from: 0, to: 40 });
    expect(including(window, 500, 1000, 20)).toEqual({ from: 490, to: 510 });
  });
});

describe('the window over a list that is scrolled through', () => {
  it('holds no more rows as it grows: those furthest from the view are let go', () => {
    let window = openWindow(100_000, undefined);
    for (let n = 0; n < 50; n++) window = growUp(window);
    expect(window).toEqual({ from: 96_940, to: 97_180 });
    for (let n = 0; n < 50; n++) window = growDown(window, 100_000);
    expect(window).toEqual({ from: 99_760, to: 100_000 });
  });
});

describe('the rest', () => {
  it('tags are parted, trimmed, unique and bounded', () => {
    expect(withTags(['a'], ' #b ; c\nd,,a')).toEqual(['a', 'b', 'c', 'd']);
    const many = Array.from({ length: 300 }, (_, n) => `t${n}`).join(',');
    expect(withTags([], many)).toHaveLength(limits.tags);
  });

  it('keys are written short', () => {
    expect(shortKeys('Alt+Shift+Q')).toBe('Alt⇧Q');
    expect(shortKeys('⌥⇧Q')).toBe('⌥⇧Q');
  });

  it('archived wrap-ups are listed when asked for, or found by name', () => {
    const open = createWrapUp({ title: 'Open' });
    const old = createWrapUp({ title: 'Old', archivedAt: '2026-01-01T00:00:00.000Z' });
    const titles = (query: string, all: boolean) =>
      placeOptions([open, old], 'Inbox', query, all).map((option) => option.title);
    expect(titles('', false)).toEqual(['Open', 'Inbox']);
    expect(titles('', true)).toEqual(['Open', 'Inbox', 'Old']);
    expect(titles('o', false)).toEqual(['Open', 'Inbox', 'Old']);
    expect(titles('OLD', false)).toEqual(['Old']);
  });
});
