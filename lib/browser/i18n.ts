import { browser } from 'wxt/browser';
import type { Messages as MessageTable, PluralMessages } from '#messages';
import { isolateIn } from '../core/text/isolate.ts';
import { fillMessage, type Messages } from '../core/text/message.ts';

type KeysThatTake<Table, Values> = {
  [Key in keyof Table]: Table[Key] extends Values ? Key : never;
}[keyof Table];

/** The messages of `public/_locales/en/messages.json` that take no values. */
export type MessageKey = KeysThatTake<MessageTable, []>;
/** Messages that take one value. */
export type NamedKey = KeysThatTake<MessageTable, [unknown]>;
/** Messages with plural forms, `NAME_one` and `NAME_other`, that take only the number. */
export type CountKey = KeysThatTake<PluralMessages, [number]>;

/** The values that each of several messages takes; never if they take different ones. */
type ValuesOf<Table, Key extends keyof Table> = (
  Key extends Key
    ? (values: Table[Key]) => void
    : never
) extends (values: infer Values) => void
  ? Values extends (string | number)[]
    ? Values
    : never
  : never;

type KeyPart<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}_${KeyPart<Rest>}`
  : Name;

/** Converts one of our names to a part of a key; the key made from it must exist. */
export const keyPart = <Name extends string>(name: Name) =>
  name.replaceAll('-', '_') as KeyPart<Name>;

/**
 * Returns the user's text for `key`; `values` replace `$1`, `$2` …, with numbers formatted for the
 * language.
 */
export function t<Key extends keyof MessageTable>(
  key: Key,
  ...values: ValuesOf<MessageTable, Key>
): string {
  return lookUp(key, values) || key;
}

/**
 * Returns the user's text for a number of things, in the plural form of the language; the number
 * comes first among `values`.
 */
export function tCount<Key extends keyof PluralMessages>(
  key: Key,
  ...values: ValuesOf<PluralMessages, Key>
): string {
  const [count] = values as [number];
  const form = formats().plural.select(count);
  return lookUp(`${key}_${form}`, values) || lookUp(`${key}_other`, values) || key;
}

/** A cache of texts without values, because a list needs the same ones for each of its rows. */
const known = new Map<string, string>();

function lookUp(key: string, values: readonly (string | number)[]): string {
  if (values.length > 0) return lookUpNow(key, values);
  const text = known.get(key) ?? lookUpNow(key, values);
  known.set(key, text);
  return text;
}

function lookUpNow(key: string, values: readonly (string | number)[]): string {
  const texts = values.map((value) =>
    typeof value === 'number'
      ? formats().number.format(value)
      : isolateIn(lookUp('language_direction', []), value),
  );
  const message = chosen?.[key];
  return message ? fillMessage(message, texts, nameInMenu) : browserText(key, texts);
}

/** The texts of the chosen language; undefined: the browser's own. */
let chosen: Messages | undefined;

/** Uses these texts from now on; undefined: the browser's, in its language. */
export function speak(messages: Messages | undefined): void {
  chosen = messages;
  made = undefined;
  known.clear();
}

/** Returns a text in the browser's own language, as in the menus and the manifest. */
export const browserText = (key: string, values: string[] = []): string =>
  browser.i18n.getMessage(key as never, values);

/** Returns an entry of the browser's menu, which stays in the browser's language. */
const nameInMenu = (name: string) =>
  name.startsWith('menu_') ? browserText(name) || undefined : undefined;

/**
 * Returns the locale for dates, numbers and lists: the texts' language with the reader's region.
 */
export function locale(): string {
  const tag = t('language_tag');
  const language = tag.split('-')[0];
  const wanted = [browser.i18n.getUILanguage(), ...navigator.languages];
  return wanted.find((each) => each.split('-')[0] === language) ?? tag;
}

interface Formats {
  number: Intl.NumberFormat;
  plural: Intl.PluralRules;
  list: Intl.ListFormat;
}

let made: Formats | undefined;

function formats(): Formats {
  made ??= formatsOf(locale());
  return made;
}

const formatsOf = (tag: string): Formats => ({
  number: new Intl.NumberFormat(tag),
  plural: new Intl.PluralRules(tag),
  list: new Intl.ListFormat(tag, { type: 'unit' }),
});

/** Joins several things as lists of the language do, without an "and". */
export const listed = (texts: readonly string[]) => formats().list.format(texts);
