import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../lib/core/base/errors.ts';
import { filters } from '../../lib/render/filters/registry.ts';
import { filesIn, read } from '../support/source-files.ts';

interface Text {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}

const texts: Record<string, Text> = JSON.parse(read('public/_locales/en/messages.json'));
const keys = Object.keys(texts);
const sources = [
  'wxt.config.ts',
  '.config/commands.ts',
  ...filesIn('lib', 'components', 'entrypoints'),
]
  .filter((path) => /\.(?:tsx?|html|css)$/.test(path))
  .map((path) => ({ path, code: read(path) }));
const all = sources.map(({ code }) => code).join('\n');

/** Families of keys that are put together at run time. */
const families: { prefix: string; rest: readonly string[] }[] = [
  { prefix: 'error_', rest: errorCodes.map((code) => code.replaceAll('-', '_')) },
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
        .filter((key) => !texts[key])
        .map((key) => `${path}: ${key}`),
    );
    expect(named, 'Add them to public/_locales/en/messages.json').toEqual([]);
  });

  it('are all used', () => {
    const made = [...all.matchAll(/`([a-z]+(?:_[a-z0-9]+)*_)\$\{/g)].map((match) => match[1] ?? '');
    const unused = keys.filter((key) => {
      if (new RegExp(`\\b${key}\\b|__MSG_${key}__`).test(all)) return false;
      const family = families.find(({ prefix }) => key.startsWith(prefix));
      if (family) return !family.rest.includes(key.slice(family.prefix.length));
      return !made.some((prefix) => key.startsWith(prefix));
    });
    expect(unused, 'Remove them from public/_locales/en/messages.json').toEqual([]);
  });

  it('are plain: no exclamation marks, no "Oops", no space at an end', () => {
    expect(keys.filter((key) => /!|\boops\b|^\s|\s$/i.test(texts[key]?.message ?? ''))).toEqual([]);
  });

  it('name every placeholder that they use', () => {
    const broken = keys.filter((key) => {
      const { message = '', placeholders = {} } = texts[key] ?? {};
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
