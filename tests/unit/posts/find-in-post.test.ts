import { describe, expect, it } from 'vitest';
import { limits } from '../../../lib/core/base/limits.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import { findInItems, type Match, replaceInItems } from '../../../lib/posts/find-in-post.ts';
import { createLink, createNote, createPart, createQuote } from '../../support/items.ts';

const search = (query: string, matchCase = false) => ({ query, matchCase, rawHtml: false });
const said = (items: readonly Item[], matches: readonly Match[]) =>
  matches.map(({ id, field, start, end }) => {
    const item = items.find((each) => each.id === id);
    const text =
      field === 'markdown'
        ? item?.kind === 'quote' && (item.editedMarkdown ?? item.markdown)
        : item && (item as unknown as Record<string, string>)[field];
    return `${field}: ${String(text).slice(start, end)}`;
  });

describe('what is searched for in the blocks of a post', () => {
  const note = createNote({ note: 'Low tide, low water; (low).' });
  const quote = createQuote({
    note: 'On low tides:',
    markdown: 'The low tide comes *twice*.',
    attribution: 'custom',
    attributionLabel: 'Low & High',
  });
  const link = createLink({ title: 'Lowlands', note: '' });
  const items = [note, quote, link];

  it('is found in each of its fields, in the order of the post, in any case', () => {
    const matches = findInItems(items, search('low'));
    expect(said(items, matches)).toEqual([
      'note: Low',
      'note: low',
      'note: low',
      'note: low',
      'markdown: low',
      'attributionLabel: Low',
      'title: Low',
    ]);
    expect(matches.filter(({ isFixed }) => isFixed)).toHaveLength(1);
  });

  it('is found in this case alone where that is asked for, and as it is written', () => {
    expect(findInItems(items, search('Low', true))).toHaveLength(3);
    expect(said(items, findInItems(items, search('(low).')))).toEqual(['note: (low).']);
    expect(findInItems(items, search(''))).toEqual([]);
  });

  it('is not found in a source’s name that prints nothing, or in sentences that follow the template', () => {
    const others = [
      createQuote({ markdown: 'x', attribution: 'none', attributionLabel: 'low' }),
      createPart({ byHand: false, note: 'low' }),
      createPart({ byHand: true, note: 'low' }),
    ];
    expect(findInItems(others, search('low')).map(({ id }) => id)).toEqual([others[2]?.id]);
  });

  it('is found in the words that a quote shows, which may be edited', () => {
    const edited = createQuote({ markdown: 'a low b', editedMarkdown: 'a […] b' });
    expect(findInItems([edited], search('low'))).toEqual([]);
  });

  it('finds signs that case folding makes longer at their own place', () => {
    const turkish = createNote({ note: 'İİ low' });
    expect(said([turkish], findInItems([turkish], search('LOW')))).toEqual(['note: low']);
  });

  it('is replaced at the places given, with what the text was; never in captured words', () => {
    const matches = findInItems(items, search('low'));
    const { replacements, count } = replaceInItems(items, matches, 'high$&', false);
    expect(count).toBe(6);
    expect(replacements).toEqual([
      {
        id: note.id,
        changes: { note: 'high$& tide, high$& water; (high$&).' },
        base: { note: note.note },
      },
      {
        id: quote.id,
        changes: { note: 'On high$& tides:', attributionLabel: 'high$& & High' },
        base: { note: quote.note, attributionLabel: quote.attributionLabel },
      },
      { id: link.id, changes: { title: 'high$&lands' }, base: { title: link.title } },
    ]);
    const [, second] = matches;
    const one = replaceInItems(items, second ? [second] : [], 'ebb', false);
    expect(one.replacements.map(({ changes }) => changes)).toEqual([
      { note: 'Low tide, ebb water; (low).' },
    ]);
  });

  it('leaves a field as it is that would be longer than one may be', () => {
    const long = createLink({ title: 'low', note: 'low' });
    const matches = findInItems([long], search('low'));
    const made = replaceInItems([long], matches, 'x'.repeat(limits.title + 1), false);
    expect(made.count).toBe(1);
    expect(Object.keys(made.replacements[0]?.changes ?? {})).toEqual(['note']);
  });
});
