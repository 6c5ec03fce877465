import { browser } from 'wxt/browser';
import type { ErrorCode } from '../core/base/errors.ts';
import { noteProblem } from '../core/base/problem.ts';
import type { Messages } from '../core/text/message.ts';
import { browserText, keyPart, speak } from './i18n.ts';
import { languageKey } from './storage-keys.ts';

declare const __LANGUAGES__: readonly string[];

/** The languages that have texts, as BCP 47 tags. */
export const languages = __LANGUAGES__;

/** The language in use; none: the browser's choice, whose texts need not be loaded. */
let spoken: { tag: string; messages: Messages } | undefined;
let choice = '';

/**
 * Returns the language that was chosen when the language was last loaded; '' for the browser's own.
 */
export const chosenLanguage = () => choice;

/**
 * Switches this page's texts to the chosen language. It loads them only if the browser does not
 * already use that language. Never rejects: if they can't be loaded, the language stays.
 * @param reading the values of `storage.local`, if they were read before
 */
export async function loadLanguage(
  reading?: Promise<Record<string, unknown> | undefined>,
): Promise<void> {
  try {
    const read: Record<string, unknown> =
      (await reading) ?? (await browser.storage.local.get(languageKey));
    const stored = read[languageKey];
    const chosen = languages.find((tag) => tag === stored) ?? '';
    choice = chosen;
    const wanted = choice === browserText('language_tag') ? '' : choice;
    if (wanted === (spoken?.tag ?? '')) return;
    const next = wanted === '' ? undefined : { tag: wanted, messages: await readMessages(wanted) };
    // Another may have been chosen while this one was loading.
    if (choice !== chosen) return;
    spoken = next;
    speak(spoken?.messages);
  } catch (thrown) {
    noteProblem('language.load', thrown);
  }
}

async function readMessages(tag: string): Promise<Messages> {
  const path = `/_locales/${tag.replace('-', '_')}/messages.json`;
  return (await fetch(browser.runtime.getURL(path as never))).json();
}

/** @param tag '' for the browser's own */
export async function chooseLanguage(tag: string): Promise<void> {
  if (tag === '') await browser.storage.local.remove(languageKey);
  else await browser.storage.local.set({ [languageKey]: tag });
}

/**
 * Calls back once another language was chosen, here or in another page, and its texts are loaded.
 */
export function onLanguage(callback: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && languageKey in changes) void loadLanguage().then(callback);
  });
}

const cardPrefixes = /^(?:confirm|moment|region|language)_/;
const otherCardTexts: ReadonlySet<string> = new Set([
  ...['popup_inbox', 'popup_open_recording', 'popup_page_expected', 'popup_time_expected'],
]);

/**
 * Returns the texts for what shows in a page, which can't read our files. Undefined for the
 * browser's own language, whose texts the page gets from the browser.
 * @param loaded the language, if it was requested just before
 */
export async function textsForPages(
  failed?: ErrorCode,
  loaded: Promise<void> = loadLanguage(),
): Promise<Messages | undefined> {
  await loaded;
  if (spoken === undefined) return undefined;
  const errorKey = failed && `error_${keyPart(failed)}`;
  return Object.fromEntries(
    Object.entries(spoken.messages).filter(
      ([key]) => cardPrefixes.test(key) || otherCardTexts.has(key) || key === errorKey,
    ),
  );
}
