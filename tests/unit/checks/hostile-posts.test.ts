import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../lib/checks/check.ts';
import { runChecks } from '../../../lib/checks/run-checks.ts';

/** Characters and elements that were examined by functions that examine many at once. */
let looked = 0;
const originals: [object, string, unknown][] = [];

function watch<T extends object>(
  target: T,
  name: keyof T & string,
  cost: (self: unknown, result: unknown, args: unknown[], from: number) => number,
): void {
  const original = target[name] as (...args: unknown[]) => unknown;
  originals.push([target, name, original]);
  Object.defineProperty(target, name, {
    configurable: true,
    writable: true,
    value: function watched(this: unknown, ...args: unknown[]) {
      const from = this instanceof RegExp ? this.lastIndex : 0;
      const result = original.apply(this, args);
      looked += cost(this, result, args, from);
      return result;
    },
  });
}

const lengthOf = (value: unknown) => (value as { length?: number } | undefined)?.length ?? 0;

beforeEach(() => {
  looked = 0;
  // A regular expression examines everything up to the end of its match, or to the end of the text.
  watch(RegExp.prototype, 'exec', (self, result, [text], from) => {
    const match = result as RegExpExecArray | null;
    const start = (self as RegExp).global || (self as RegExp).sticky ? from : 0;
    if (match !== null) return match.index + match[0].length - start + 1;
    return (self as RegExp).sticky ? 1 : lengthOf(text) - start;
  });
  watch(String.prototype, 'slice', (_, result) => lengthOf(result));
  watch(
    String.prototype,
    'indexOf',
    (self, at, [, from = 0]) =>
      ((at as number) < 0 ? lengthOf(self) : (at as number)) - (from as number),
  );
  for (const name of ['split', 'trim', 'trimEnd', 'trimStart', 'toLowerCase', 'repeat'] as const) {
    watch(String.prototype, name, (self) => lengthOf(self));
  }
  for (const name of ['slice', 'filter', 'map', 'flatMap', 'some', 'every', 'sort'] as const) {
    watch(Array.prototype, name, (self, result) =>
      name === 'slice' ? lengthOf(result) : lengthOf(self),
    );
  }
});

function stopWatching(): void {
  for (const [target, name, value] of originals.splice(0)) {
    Object.defineProperty(target, name, { configurable: true, writable: true, value });
  }
}

afterEach(stopWatching);

const context: CheckContext = {
  now: '2026-01-01T00:00:00Z',
  speakers: [{ name: 'Ada Berg' }],
  talks: [{ title: 'On Rings', speakers: [] }],
  shortcodes: new Set(),
  missingPictures: new Set(['/a.png']),
  linkedBefore: () => undefined,
};

/** Each of these, repeated, is a text made to keep us busy. */
const hostile: Record<string, string> = {
  'words without end': 'a',
  'doubled words': 'from ',
  'links in one paragraph': '[a](https://a.example)\n',
  'links in one line': '[a](https://a.example) ',
  'bare addresses': 'https://a.example/((((. ',
  'closing brackets': ')))))))',
  'brackets that open': '[![',
  quotes: '> a\n\n',
  'quotes and sentences': '> a\n\nb\n\n',
  'one long quote': '> a -- b\n',
  dashes: '> -- ',
  'shortcodes that do not end': '{{< a ',
  'shortcodes that open': '{{< a >}}',
  'shortcodes that close': '{{< /a >}}',
  'comments that do not end': 'a <!-- ',
  'comments in HTML': '<div><!-- ',
  'pictures that do not end': '<img ',
  pictures: '![](/a.png)\n\n',
  headings: '# a\n',
  'underlined headings': 'a\n===\n',
  fences: '```\n\n',
  emphasis: '*a **b ',
  'deep lists': '- ',
  definitions: '[a]: <',
  'definitions, a line each': '[a]: https://a.example\n',
  'line ends': '\r\n',
  'white space': ' ',
  'blank lines': '\r',
  rules: '---\n',
  thanks: 'Thanks to Ada.\n\n',
  tables: '| a |\n|---|\n',
  footnotes: '[^a]: a a\n',
};

function lookedAt(unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length));
  looked = 0;
  runChecks(text, context);
  return looked;
}

describe('a text of twice the length is twice the work:', () => {
  it.each(Object.entries(hostile))('%s', (_, unit) => {
    const [once, twice] = [lookedAt(unit, 10_000), lookedAt(unit, 20_000)];
    expect(once).toBeGreaterThan(0);
    expect(twice / once).toBeLessThan(2.4);
  });
});

/** Runs without the counting, which is slow. */
function unwatched(text: string): number {
  stopWatching();
  return runChecks(text, context).length;
}

describe('comes to an end, where the square of its length would take hours:', () => {
  // It takes about 8 s on a machine at rest, and several times that on a busy one.
  it('a text of 5 MB', { timeout: 300_000 }, () => {
    const all = Object.values(hostile).join('\n\n');
    expect(unwatched(all.repeat((5 * 1024 * 1024) / all.length))).toBeGreaterThan(0);
  });

  it.each(Object.entries(hostile))('200 kB of %s', (_, unit) => {
    expect(unwatched(unit.repeat((200 * 1024) / unit.length))).toBeGreaterThan(0);
  });
});
