import { beforeEach, describe, expect, it, vi } from 'vitest';
import german from '../../../public/_locales/de/messages.json' with { type: 'json' };

const stored: Record<string, unknown> = {};
vi.mock('wxt/browser', () => ({
  browser: {
    i18n: {
      getUILanguage: () => 'en-GB',
      getMessage: (key: string) =>
        ({ language_tag: 'en', menu_clip_selection: 'Clip selection' })[key] ??
        `(browser’s ${key})`,
    },
    runtime: { getURL: (path: string) => `chrome-extension://id${path}` },
    storage: { local: { get: async () => stored } },
  },
}));
const { speak, t, tCount } = await import('../../../lib/browser/i18n.ts');
const { languages, textsForPages } = await import('../../../lib/browser/language.ts');
const { readWords: cardWords } = await import('../../../entrypoints/confirmation/words.ts');
const { readWords: regionWords } = await import('../../../entrypoints/draw-region/words.ts');
const { errorCodes } = await import('../../../lib/core/base/errors.ts');

const fetched: string[] = [];
vi.stubGlobal('fetch', async (url: string) => {
  fetched.push(url);
  return { json: async () => german };
});

beforeEach(() => {
  stored.language = 'de';
});

/** Returns every sentence of a card, with values filled in. */
const sentences = (words: object) =>
  Object.values(words).flatMap((each): string[] => {
    if (typeof each === 'string') return [each];
    if (typeof each === 'function') return [String(each(['a', 'b', 'c', 'd'], 'e'))];
    return typeof each === 'object' ? sentences(each) : [];
  });

describe('what shows in pages, in a language that the browser does not show', () => {
  it.each(errorCodes)('has all its texts with it: %s', async (code) => {
    speak(await textsForPages(code));
    const all = [...sentences(cardWords(code)), ...sentences(regionWords())];
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((text) => /browser’s/.test(text))).toEqual([]);
  });

  it('writes numbers, lists and directions as that language does', async () => {
    speak(await textsForPages());
    const words = cardWords();
    expect(words.alsoIn(['A', '', 'C', 'D', 'E'])).toBe('Auch in: A, Eingang, C und 2 weitere.');
    expect(words.alsoIn(['A', 'B', 'C', 'D'])).toBe('Auch in: A, B, C und 1 weiterer.');
    expect([words.language, words.rightToLeft]).toEqual(['de', false]);
  });

  it('names the entries of the menu as the browser shows them', async () => {
    speak(await textsForPages('pdf-needs-menu'));
    expect(cardWords('pdf-needs-menu').failed).toMatch(/ „Clip selection“ wählen\.$/);
  });
});

describe('the chosen language', () => {
  it('is loaded once, and not at all where the browser shows it by itself', async () => {
    fetched.length = 0;
    await textsForPages();
    await textsForPages();
    stored.language = 'en';
    expect(await textsForPages()).toBeUndefined();
    expect(t('popup_clips')).toBe('(browser’s popup_clips)');
    stored.language = 'de';
    await textsForPages();
    expect(t('popup_clips')).toBe('Fundstücke');
    expect(tCount('popup_count', 1234)).toBe('1.234 Fundstücke');
    expect(fetched).toEqual(['chrome-extension://id/_locales/de/messages.json']);
  });

  it('is one that there are texts in', async () => {
    stored.language = '../../popup';
    expect(await textsForPages()).toBeUndefined();
    expect(languages).toEqual(expect.arrayContaining(['de', 'en']));
  });
});
