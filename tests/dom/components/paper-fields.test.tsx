import './fake-browser.ts';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { PaperFields } from '../../../components/clips/PaperFields.tsx';
import type { ItemChanges, LinkClip, Quote } from '../../../lib/core/post/item.ts';
import { createLink, createQuote, createSource } from '../../support/items.ts';
import { byRole, hasRole, mount, replaceText } from './support.tsx';

const url = 'https://papers.example/tides.pdf';
const source = createSource({
  canonicalUrl: url,
  cleanTitle: 'tides.pdf',
  mediaType: 'application/pdf',
  published: '2024-03',
});

function show(clip: Quote | LinkClip) {
  const onEdit = vi.fn<(changes: ItemChanges) => void>();
  function Live() {
    const [item, setItem] = useState(clip);
    return (
      <PaperFields
        item={item}
        onEdit={(edit) => {
          setItem((before) => ({ ...before, ...edit }) as Quote | LinkClip);
          onEdit(edit);
        }}
      >
        <button type="button">Read it</button>
      </PaperFields>
    );
  }
  mount(<Live />);
  return onEdit;
}
const field = (name: string) => byRole('textbox', name) as HTMLInputElement;

describe('what is known of a paper', () => {
  it('can be typed: page, date, title and authors', () => {
    const onEdit = show(createQuote({ source }));
    expect(field('Published').value).toBe('2024-03');
    expect(field('Title of the paper').value).toBe('tides.pdf');
    replaceText(field('Page'), '25');
    replaceText(field('Published'), '01/2026');
    replaceText(field('Title of the paper'), 'Tides');
    replaceText(field('Authors'), 'Ada Example');
    expect(onEdit.mock.calls.map(([edit]) => edit)).toEqual([
      { page: 25 },
      { sourcePublished: '01/2026' },
      { sourceTitle: 'Tides' },
      { sourceAuthor: 'Ada Example' },
    ]);
    replaceText(field('Page'), '');
    replaceText(field('Published'), '');
    expect(onEdit).toHaveBeenCalledWith({ page: null });
    expect(onEdit).toHaveBeenLastCalledWith({ sourcePublished: '' });
  });

  it.each(['0', '-1', '1.5', 'iv'])('takes “%s” for no page, and says so', (text) => {
    const onEdit = show(createQuote({ source, page: 3 }));
    replaceText(field('Page'), text);
    expect(onEdit).not.toHaveBeenCalled();
    expect(document.body.textContent).toContain('Write the page as a whole number');
  });

  it('keeps a date that it does not understand, and says that the post shows none', () => {
    const onEdit = show(createQuote({ source }));
    replaceText(field('Published'), 'last spring');
    expect(onEdit).toHaveBeenCalledWith({ sourcePublished: 'last spring' });
    expect(document.body.textContent).toContain('The post shows no date');
  });

  it('of a link has no second title', () => {
    show(createLink({ source, url }));
    expect(hasRole('textbox', 'Title of the paper')).toBe(false);
    expect(hasRole('textbox', 'Page')).toBe(true);
    expect(hasRole('button', 'Read it')).toBe(true);
  });

  it('of a paper’s page has no page number and no PDF to read', () => {
    const page = createSource({ canonicalUrl: 'https://arxiv.org/abs/2501.01234' });
    show(createQuote({ source: page }));
    expect(hasRole('textbox', 'Page')).toBe(false);
    expect(hasRole('button', 'Read it')).toBe(false);
    expect(field('Published').value).toBe('2025-01');
  });

  it('of an article is not asked for', () => {
    show(createQuote());
    expect(hasRole('textbox', 'Published')).toBe(false);
  });
});
