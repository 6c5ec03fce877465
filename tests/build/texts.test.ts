import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkIds } from '../../lib/checks/check-ids.ts';
import { errorCodes } from '../../lib/core/base/errors.ts';
import { readTypedDate } from '../../lib/core/time/typed-date.ts';
import { filters } from '../../lib/render/filters/registry.ts';
import { filesIn, read, root } from '../support/source-files.ts';

interface Text {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}

type Texts = Record<string, Text>;

const textsIn = (tag: string): Texts => JSON.parse(read(`public/_locales/${tag}/messages.json`));
const tags = readdirSync(`${root}/public/_locales`);
const texts = textsIn('en');
const keys = Object.keys(texts);

const baseOf = (key: string) => /^(.+)_(?:zero|one|two|few|many|other)$/.exec(key)?.[1];
/** Messages with plural forms; the code uses the name without the form. */
const plurals = new Set(
  keys.filter((key) => key.endsWith('_other')).map((key) => baseOf(key) ?? ''),
);
/** Returns the names that the code uses. */
const named = (all: Texts) => [
  ...new Set(
    Object.keys(all).map((key) => (plurals.has(baseOf(key) ?? '') ? (baseOf(key) ?? '') : key)),
  ),
];

function valuesOf({ message, placeholders = {} }: Text = { message: '' }): Set<string> {
  const contents = Object.values(placeholders).map(({ content }) => content);
  return new Set([message, ...contents].flatMap((text) => text.match(/\$\d/g) ?? []));
}

const sources = [
  'wxt.config.ts',
  '.config/commands.ts',
  ...filesIn('lib', 'components', 'entrypoints'),
]
  .filter((path) => /\.(?:tsx?|html|css)$/.test(path))
  .map((path) => ({ path, code: read(path) }));
const all = sources.map(({ code }) => code).join('\n');

/** Families of keys that are assembled at run time. */
const families: { prefix: string; rest: readonly string[] }[] = [
  { prefix: 'error_', rest: errorCodes.map((code) => code.replaceAll('-', '_')) },
  { prefix: 'checks_name_', rest: checkIds.map((id) => id.replaceAll('-', '_')) },
  { prefix: 'options_filter_', rest: filters.map(({ name }) => name) },
];

const prefixes = [...new Set(keys.map((key) => key.replace(/_.*/s, '_')))];

describe('the texts that a user reads', () => {
  it('exist for every kind of failure, and every filter', () => {
    expect(
      families
        .flatMap(({ prefix, rest }) => rest.map((each) => prefix + each))
        .filter((key) => !texts[key]),
    ).toEqual([]);
  });

  it('exist for every key that the code names', () => {
    const named = sources.flatMap(({ path, code }) =>
      [...code.matchAll(/['"`]([a-z]+_[a-z0-9_]+)['"`]|__MSG_(\w+)__/g)]
        .map((match) => match[1] ?? match[2] ?? '')
        .filter((key) => prefixes.some((prefix) => key.startsWith(prefix)) && !key.endsWith('_'))
        .filter((key) => !texts[key] && !plurals.has(key))
        .map((key) => `${path}: ${key}`),
    );
    expect(named, 'Add them to public/_locales/en/messages.json').toEqual([]);
  });

  it('are in no attribute of the code', () => {
    const written = sources.flatMap(({ path, code }) =>
      [
        ...code.matchAll(/\b(?:placeholder|title|alt|aria-label|label)="[^"{]*\s\p{L}{3,}[^"]*"/gu),
      ].map(([text]) => `${path}: ${text}`),
    );
    expect(written, 'Add them to public/_locales/en/messages.json').toEqual([]);
  });

  it('are all used', () => {
    const made = [...all.matchAll(/`([a-z]+(?:_[a-z0-9]+)*_)\$\{/g)].map((match) => match[1] ?? '');
    const unused = named(texts).filter((key) => {
      if (new RegExp(`\\b${key}\\b|__MSG_${key}__`).test(all)) return false;
      const family = families.find(({ prefix }) => key.startsWith(prefix));
      if (family) return !family.rest.includes(key.slice(family.prefix.length));
      return !made.some((prefix) => key.startsWith(prefix));
    });
    expect(unused, 'Remove them from public/_locales/en/messages.json').toEqual([]);
  });
});

it('the German texts address nobody', () => {
  const polite = Object.entries(textsIn('de'))
    .filter(([, { message }]) =>
      /(?<![.:?]) \b(?:Sie|Ihnen|Ihre?[mnrs]?)\b|\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?)\b/.test(
        message,
      ),
    )
    .map(([key]) => key);
  expect(polite).toEqual([]);
});

it('the German texts have a German word for each of our things', () => {
  const english = Object.entries(textsIn('de'))
    .filter(([, { message }]) => /\b(?:Wrap-ups?|Clips?|Tags|Details|Drafts?)\b/.test(message))
    .map(([key]) => key);
  expect(english, 'They are in .github/GERMAN.md').toEqual([]);
});

it('the English texts have one word for one thing', () => {
  const other = Object.entries(texts)
    .filter(([, { message }]) => /\bpick(?:ed|s)?\b|\btakes? the clips\b/i.test(message))
    .map(([key]) => key);
  expect(other, 'One chooses; new clips go somewhere').toEqual([]);
});

it('the English texts have the apostrophe of print', () => {
  const typed = Object.keys(texts).filter((key) => /\w'\w/.test(texts[key]?.message ?? ''));
  expect(typed).toEqual([]);
});

describe.each(tags)('the texts in %s', (tag) => {
  const own = textsIn(tag);
  const file = `public/_locales/${tag}/messages.json`;

  it('are all there, and no others', () => {
    const missing = named(texts).filter((key) => !named(own).includes(key));
    expect(missing, `Add them to ${file}`).toEqual([]);
    expect(
      named(own).filter((key) => !named(texts).includes(key)),
      `Remove them from ${file}`,
    ).toEqual([]);
  });

  it('have the forms of a number that the language has', () => {
    const forms = new Intl.PluralRules(tag.replace('_', '-')).resolvedOptions().pluralCategories;
    const wanted = [...plurals].flatMap((base) => forms.map((form) => `${base}_${form}`)).sort();
    const there = Object.keys(own).filter((key) => plurals.has(baseOf(key) ?? ''));
    expect(there.sort(), `Forms of a number in ${file}`).toEqual(wanted);
  });

  it('take the same values as in English', () => {
    const unequal = Object.keys(own).filter((key) => {
      const base = baseOf(key) ?? '';
      const isForm = plurals.has(base);
      const wanted = valuesOf(texts[isForm ? `${base}_other` : key]);
      const said = valuesOf(own[key]);
      // "1 clip", "a clip", "the newest change": the form for one need not contain the number.
      if (isForm) for (const values of [wanted, said]) values.delete('$1');
      return [...wanted].sort().join() !== [...said].sort().join();
    });
    expect(unequal, `$1, $2 … in ${file}`).toEqual([]);
  });

  it('say the number in the form for many', () => {
    const silent = [...plurals].filter((base) => !valuesOf(own[`${base}_other`]).has('$1'));
    expect(silent).toEqual([]);
  });

  it('say which language they are in, and in which direction it is written', () => {
    expect(own.language_tag?.message).toBe(tag.replace('_', '-'));
    expect(['ltr', 'rtl']).toContain(own.language_direction?.message);
  });

  it('are plain: no exclamation marks, no "Oops", no space at an end', () => {
    const loud = Object.keys(own).filter((key) =>
      /!|\boops\b|^\s|\s$/i.test(own[key]?.message ?? ''),
    );
    expect(loud).toEqual([]);
  });

  it('name entries of the menu as the menu does', () => {
    const other = Object.entries(own).flatMap(([key, { placeholders = {} }]) =>
      Object.entries(placeholders)
        .filter(([name, { content }]) => own[name] && own[name].message !== content)
        .map(([name]) => `${key}: ${name}`),
    );
    expect(other).toEqual([]);
  });

  it('show dates that can be read', () => {
    const reader = { near: '2026-03-01', dayFirst: true };
    const dateIn = (key: string) => readTypedDate(own[key]?.message ?? '', reader);
    expect(dateIn('popup_date_example')).toMatchObject({ day: '2026-03-19', time: '10:30' });
    expect(dateIn('popup_starts_example')).toMatchObject({ day: '2026-03-17', time: '19:00' });
  });

  it('name every placeholder that they use', () => {
    const broken = Object.keys(own).filter((key) => {
      const { message = '', placeholders = {} } = own[key] ?? {};
      const used = [...message.matchAll(/\$(\w+)\$/g)].map((match) =>
        (match[1] ?? '').toLowerCase(),
      );
      return (
        used.some((name) => !placeholders[name]) ||
        Object.keys(placeholders).some((name) => !used.includes(name))
      );
    });
    expect(broken).toEqual([]);
  });
});
