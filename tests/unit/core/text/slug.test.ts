import { describe, expect, it } from 'vitest';
import { createFileName, createSlug } from '../../../../lib/core/text/slug.ts';

describe('slugs', () => {
  it.each([
    ['Hybrid Meetup #55 wrap-up', 'hybrid-meetup-55-wrap-up'],
    ['  Ärger & Öl: Größe  ', 'arger-ol-grosse'],
    ['Ada’s “notes”', 'adas-notes'],
    ['日本語 ミートアップ', '日本語-ミートアップ'],
    ['../../etc/passwd', 'etc-passwd'],
    ['😀', ''],
    ['', ''],
  ])('%s → %s', (title, slug) => {
    expect(createSlug(title)).toBe(slug);
  });

  it('end where the store’s limit is', () => {
    expect(createSlug('a'.repeat(1000))).toHaveLength(200);
    expect(createSlug(createSlug('Ünïcode 12'))).toBe('unicode-12');
  });
});

describe('file names', () => {
  it.each([
    ['meetup-12', 'meetup-12.md'],
    ['con', 'con-.md'],
    ['LPT1', 'lpt1-.md'],
    ['.hidden', 'hidden.md'],
    ['a:b/c', 'a-b-c.md'],
    ['', 'wrap-up.md'],
  ])('%s → %s', (slug, name) => {
    expect(createFileName(slug, 'md')).toBe(name);
  });

  it('fit into 255 bytes', () => {
    expect(new TextEncoder().encode(createFileName('𠮷'.repeat(200), 'md')).length).toBeLessThan(
      255,
    );
  });
});
