import { describe, expect, it } from 'vitest';
import type { Section } from '../../../../lib/core/post/item.ts';
import { defaultProfile, type Profile } from '../../../../lib/core/post/profile.ts';
import { renderItem } from '../../../../lib/render/items/render-item.ts';
import { createNote, createQuote, createSection } from '../../../support/items.ts';

const profile = (changes: Partial<Profile>): Profile => ({ ...defaultProfile, ...changes });

describe('marks of a house', () => {
  it('writes headings closed or underlined, and underlines no line that is none', () => {
    const heading = (note: string, form: Section['form'], headings: Profile['headings']) =>
      renderItem(createSection({ note, form }), profile({ headings }));
    expect(heading('Rings', 'h2', 'closed')).toBe('## Rings ##');
    expect(heading('Rings', 'h1', 'underlined')).toBe('Rings\n=====');
    expect(heading('Rings', 'h3', 'underlined')).toBe('### Rings');
    expect(heading('- Rings', 'h2', 'underlined')).toBe('## - Rings');
  });

  it('emphasises with underscores where they mean the same', () => {
    const markdown = 'A *word*, a **bold** one, *in*word and *sna_ke_*, `*code*`.';
    const text = renderItem(
      createQuote({ markdown, attribution: 'none' }),
      profile({ emphasis: '_' }),
    );
    expect(text).toBe('> A _word_, a **bold** one, *in*word and *sna_ke_*, `*code*`.');
  });

  it('begins further lines of a bullet at the margin, unless they would be something else', () => {
    const bullet = (note: string) =>
      renderItem(createNote({ note, form: 'bullet' }), profile({ bulletLines: 'unindented' }));
    expect(bullet('one\ntwo')).toBe('* one\ntwo');
    expect(bullet('one\n\ntwo')).toBe('* one\n\n  two');
    expect(bullet('one\n* two')).toBe('* one\n  * two');
  });

  it('names the source of a quote behind the house’s dash', () => {
    const quote = createQuote({ markdown: 'Words.' });
    expect(renderItem(quote, profile({ attributionMark: '—' }))).toMatch(/^> Words\. — \[/);
    expect(renderItem(quote, profile({ attributionPlace: 'paragraph' }))).toMatch(
      /^> Words\.\n>\n> -- \[/,
    );
  });
});
