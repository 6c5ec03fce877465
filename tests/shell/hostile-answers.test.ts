import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it, vi } from 'vitest';
import { askFrame } from '../../lib/page-wire/ask-page.ts';
import { pageScripts, type ScriptName } from '../../lib/page-wire/scripts.ts';
import { anyText } from '../support/any-text.ts';
import { tries } from '../support/property-tries.ts';
import { pageInfo } from '../support/records.ts';

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { scripting: { executeScript } } }));

const box = { x: 0, y: 0, width: 9, height: 9 };
const viewport = { width: 9, height: 9 };
const named = { name: 'n', url: '' };
const event = { name: 'n', url: '', startsAt: '', timeZone: '' };
const capture = {
  frame: { top: true, focused: true },
  page: pageInfo({ title: 'T' }),
  hasSelection: true,
  selectionPreview: 'x',
  hasEvent: true,
  selection: {
    text: 'x',
    markdown: 'x',
    html: 'x',
    missing: ['video'],
    selectors: [],
    heading: '',
    headingId: '',
  },
  picture: { alt: '', url: 'https://a.example/p', linkUrl: '', box, viewport },
  linkText: 'x',
  events: [{ event, venue: named, organiser: named, performers: [named] }],
  person: { ...named, role: '', affiliation: named },
  calendarUrl: 'https://a.example/c',
};

/** A valid answer of each script, with everything it can contain. */
const good: Record<ScriptName, unknown> = {
  'capture-page': capture,
  'capture-selection': capture,
  'capture-person': capture,
  'capture-moment': {
    frame: { top: true },
    url: 'https://a.example/',
    medium: {
      ...{ kind: 'video', playing: true, decorative: false, started: true, areaPx: 9 },
      ...{ currentSeconds: 1, durationSeconds: 9, rate: 1, live: false, expectedSeconds: null },
      ...{
        expectedUrl: '',
        adShowing: false,
        sourceUrl: '',
        playerUrl: '',
        title: '',
        chapter: '',
      },
      ...{ box, viewport },
    },
    embeds: ['https://b.example/'],
  },
  'capture-frame': { drawn: true, base64: 'x', uniform: false, reduced: false, seconds: 1 },
  'draw-region': true,
  confirmation: true,
};
const names = Object.keys(good) as ScriptName[];

const answerOf = async (name: ScriptName, answer: unknown) => {
  executeScript.mockImplementation(async (injection: object) => [
    { frameId: 0, result: 'func' in injection ? undefined : answer },
  ]);
  return askFrame({ tabId: 7 }, name, { want: 'inspect' } as never).then(
    (value) => ({ value }),
    (error: unknown) => ({ error: String(error) }),
  );
};

type Path = string[];
const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
    : []),
];
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const inner = replaced((value as never)[key], rest, by);
  return Array.isArray(value) ? [inner] : { ...(value as object), [key]: inner };
}

const junk = fc.oneof(
  fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true }),
  anyText(100),
  fc.constantFrom<unknown>(
    ...[Number.NaN, Number.POSITIVE_INFINITY, -1, 1e300, '', null, undefined, [], {}],
    JSON.parse('{"__proto__": {"page": {}}}'),
  ),
);

it.each(names)('a good answer of %s is taken', async (name) => {
  expect(await answerOf(name, good[name])).toHaveProperty('value');
});

it('what a page makes of our scripts’ answers is of the schema, or refused without its words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.nat(), junk, async (name, at, value) => {
      const paths = pathsIn(good[name]);
      const answer = replaced(good[name], paths[at % paths.length] ?? [], value);
      const said = await answerOf(name, answer);
      if ('value' in said) expect(v.is(pageScripts[name].answer, said.value)).toBe(true);
      else
        expect(said.error).toMatch(
          /^Error: (?:unusable answer of [\w-]+: [\w. ()-]+|Cannot access.*)$/,
        );
    }),
    tries(300),
  );
});

const strings = names.flatMap((name) =>
  pathsIn(good[name]).map((path) => [name, path.join('.'), path] as const),
);

it.each(strings)('no answer is without end: %s %s', async (name, _at, path) => {
  for (const value of ['x'.repeat(50_000_000), Array.from({ length: 100_000 }, () => 'x')])
    expect(await answerOf(name, replaced(good[name], path, value))).toHaveProperty('error');
});
