import { describe, expect, it } from 'vitest';
import { sourceAtWords } from '../../../lib/clips/source-at-words.ts';
import { createQuote, createSource } from '../../support/items.ts';

const url = 'https://docs.example/append/';
const source = createSource({ url, canonicalUrl: url });
const text = 'Every append lands in a ring. The ring holds five daemons.';

describe('the source at a quote’s words', () => {
  it('is its page at what was clipped', () => {
    expect(sourceAtWords(createQuote({ source, text }))).toBe(
      `${url}#:~:text=${encodeURIComponent(text)}`,
    );
  });

  it('is its page at what the quote still says', () => {
    const editedMarkdown = 'The **ring** [...] five daemons.';
    expect(sourceAtWords(createQuote({ source, text, editedMarkdown }))).toBe(
      `${url}#:~:text=The%20ring%20holds%20five%20daemons`,
    );
  });

  it('is its page at what was clipped where the quote says something else', () => {
    const editedMarkdown = 'Quite other words.';
    expect(sourceAtWords(createQuote({ source, text, editedMarkdown }))).toContain(
      'Every%20append',
    );
  });

  it('is the comment that it is from', () => {
    const place = {
      kind: 'comment' as const,
      url: `${url}#c12`,
      author: '',
      published: '',
      number: null,
      label: '',
    };
    expect(sourceAtWords(createQuote({ source: { ...source, place }, text }))).toMatch(
      /append\/#c12:~:text=Every/,
    );
  });

  it('is the page of a PDF', () => {
    const pdf = createSource({
      url: 'https://docs.example/a.pdf',
      canonicalUrl: 'https://docs.example/a.pdf',
      mediaType: 'application/pdf',
    });
    expect(sourceAtWords(createQuote({ source: pdf, text, page: 3 }))).toBe(
      'https://docs.example/a.pdf#page=3',
    );
  });

  it.each(['', 'file:///home/a.html', 'javascript:alert(1)'])('is none at %j', (address) => {
    const local = { ...source, url: address, canonicalUrl: address };
    expect(sourceAtWords(createQuote({ source: local, text }))).toBeUndefined();
  });
});
