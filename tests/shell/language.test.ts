import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { t } from '../../lib/browser/i18n.ts';
import {
  chooseLanguage,
  chosenLanguage,
  loadLanguage,
  textsForPages,
} from '../../lib/browser/language.ts';
import { shell, shellBrowser } from '../support/shell-browser.ts';
import { read } from '../support/source-files.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));

/** What the fake browser returns in its own language: the key. */
const browsers = 'popup_clips';
const german = 'Fundstücke';

/** Returns each file of texts once the test releases it. */
const files = new Map<string, () => void>();
const fetchFile = vi.fn(async (address: string): Promise<Pick<Response, 'json'>> => {
  const path = new URL(address).pathname;
  return { json: async () => JSON.parse(read(`public${path}`)) };
});

beforeEach(async () => {
  shell.reset();
  vi.stubGlobal('fetch', fetchFile);
  await loadLanguage();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('is the browser’s until one is chosen, and again when that is chosen', async () => {
  expect(t('popup_clips')).toBe(browsers);
  expect(await textsForPages()).toBeUndefined();
  await chooseLanguage('de');
  await loadLanguage();
  expect([t('popup_clips'), chosenLanguage()]).toEqual([german, 'de']);
  await chooseLanguage('');
  await loadLanguage();
  expect([t('popup_clips'), chosenLanguage()]).toEqual([browsers, '']);
});

it('is the browser’s where the file of the chosen one cannot be read, until it can', async () => {
  await chooseLanguage('de');
  fetchFile.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await loadLanguage();
  expect(t('popup_clips')).toBe(browsers);
  await loadLanguage();
  expect(t('popup_clips')).toBe(german);
});

it('stays where the browser does not tell what was chosen', async () => {
  await chooseLanguage('de');
  await loadLanguage();
  vi.spyOn(shellBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('No space is left'));
  expect(await textsForPages()).toHaveProperty('confirm_undo');
  expect(t('popup_clips')).toBe(german);
});

it('is the one chosen last, in whatever order the files come', async () => {
  fetchFile.mockImplementationOnce(async () => {
    await new Promise<void>((letGo) => files.set('de', letGo));
    throw new TypeError('Failed to fetch');
  });
  await chooseLanguage('de');
  const first = loadLanguage();
  await vi.waitUntil(() => files.has('de'));
  await chooseLanguage('en');
  await loadLanguage();
  await chooseLanguage('de');
  await loadLanguage();
  files.get('de')?.();
  await first;
  expect([t('popup_clips'), chosenLanguage()]).toEqual([german, 'de']);
});
