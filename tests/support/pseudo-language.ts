import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from './browsers/harness.ts';
import { changedExtension } from './changed-extension.ts';

type Texts = Record<string, { message: string }>;

/**
 * Parts of a text that are no words: a value, a name in a template, an address, an entry of a file.
 */
const notWords = /\$\w+\$|\$\d|\{[{%]?[^}]*\}+|\S*[/_.:]\S*\w/g;

/** Makes each word a third longer, like words of other languages. */
const longer = (word: string) => word + (word.at(-1) ?? '').repeat(Math.ceil(word.length / 3));

const hebrew = 'אבגדהוזחטיכלמנסעפצקרשת';
/** Returns as many right-to-left letters. */
const fromTheRight = (word: string) =>
  Array.from(
    word.toLowerCase(),
    (letter) => hebrew[(letter.codePointAt(0) ?? 0) % hebrew.length],
  ).join('');

const ways = { longer, fromTheRight };

/** Translates a text into a language that nobody speaks. */
export function inPseudoLanguage(text: string, how: keyof typeof ways): string {
  const kept = text.match(notWords) ?? [];
  const words = text.split(notWords).map((part) => part.replace(/\p{L}+/gu, ways[how]));
  return words.flatMap((part, at) => [part, kept[at] ?? '']).join('');
}

/** Makes a copy of the built extension whose English is that language. */
export function extensionInPseudoLanguage(name: BrowserName, how: keyof typeof ways): string {
  const folder = changedExtension(name, () => ({}));
  const file = join(folder, '_locales/en/messages.json');
  const texts: Texts = JSON.parse(readFileSync(file, 'utf8'));
  for (const [key, text] of Object.entries(texts)) {
    if (key.startsWith('language_') || key.startsWith('extension_')) continue;
    text.message = inPseudoLanguage(text.message, how);
  }
  if (how === 'fromTheRight') {
    Object.assign(texts, {
      language_tag: { message: 'he' },
      language_direction: { message: 'rtl' },
    });
  }
  writeFileSync(file, JSON.stringify(texts));
  return folder;
}
