import fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../lib/core/base/result.ts';
import { type MessageName, protocol, type Request } from '../../lib/messages/protocol.ts';
import { type Handlers, receive } from '../../lib/messages/receive.ts';
import { anyText } from '../support/any-text.ts';
import { tries } from '../support/property-tries.ts';
import { uuid } from '../support/records.ts';

const self = { id: 'our-id', origin: 'chrome-extension://our-id' };
const [itemId, requestId, editId, fieldId] = [uuid(1), uuid(2), uuid(3), uuid(4)];
const over = { editId, fieldId, turn: 0, base: 'a', sent: [] };
const where = {
  box: { x: 0, y: 0, width: 9, height: 9 },
  viewport: { width: 9, height: 9 },
};

/** One valid example of each message; the compiler requires one for a new message. */
const wellFormed: { [N in MessageName]: Request<N> } = {
  'page.inspect': { tabId: 3 },
  'clip.capture': { requestId, tabId: 3, what: 'selection' },
  'playback.read': { tabId: 3, frameId: null },
  'playback.seek': { tabId: 3, mediaUrl: 'https://a.example/v', seconds: 1.5 },
  'clip.retry': { requestId, intent: { what: 'region', ...where }, tabId: 3 },
  'unsaved.clip': { id: itemId },
  'unsaved.discard': { id: itemId },
  'outcome.unseen': {},
  'region.take': { requestId, ...where },
  'event.read': { tabId: 3 },
  'speaker.clip': { tabId: 3 },
  'clip.annotate': { itemId, note: 'x', over },
  'clip.describe': { itemId, alt: 'x', over },
  'moment.nudge': { itemId, startSeconds: 7 },
  'clip.locate': { itemId, page: null },
  'clip.where': { itemId },
  'clip.places': { itemId },
  'clip.place': { itemId, target: { to: 'tray' } },
  'clip.undo': { itemId },
  'clip.restore': { itemId },
};
const names = Object.keys(wellFormed) as MessageName[];

const handler = vi.fn(async (_payload: unknown, _sender: unknown) => ok({}));
const handlers = new Proxy({}, { get: () => handler }) as Handlers;
const send = (message: unknown, sender: unknown) =>
  receive(message, sender as object, self, handlers);
const seal = (name: unknown, payload: unknown) => ({ wrapup: 1, name, payload });
beforeEach(() => handler.mockClear());

/** Whoever they claim to be, none of these may send anything. */
const stranger = fc.oneof(
  fc.anything(),
  // A page or another extension; a page can't set any of it, but may have any address.
  fc.record({
    id: fc.oneof(fc.constantFrom('other-id', '', 'our-id ', 'OUR-ID', undefined), anyText()),
    origin: fc.constantFrom(self.origin, 'https://a.example', undefined),
    tab: fc.constantFrom({ id: 3 }, undefined),
    frameId: fc.constantFrom(0, undefined),
  }),
  // Our script in an embedded frame, or without a tab, or with an invalid one.
  fc.record({
    id: fc.constant(self.id),
    origin: fc.constantFrom('https://a.example', 'null', '', `${self.origin}.evil.example`),
    tab: fc.constantFrom({ id: 3 }, {}, undefined),
    frameId: fc.constantFrom(1, 7, -1, undefined),
  }),
  fc.record({
    id: fc.constant(self.id),
    origin: fc.constantFrom<unknown>(undefined, 7, {}, [self.origin], null),
    tab: fc.constant({ id: 3 }),
    frameId: fc.constant(0),
  }),
);
const ours = fc.constantFrom(
  { id: self.id, origin: self.origin },
  { id: self.id, origin: self.origin, tab: { id: 3 }, frameId: 0 },
);
const ourScript = fc.constant({
  id: self.id,
  origin: 'https://a.example',
  tab: { id: 3 },
  frameId: 0,
});

/** What JSON and structured clones can carry, and names that all objects have. */
const junk = fc.oneof(
  fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withSet: true }),
  anyText(200),
  fc.constantFrom<unknown>(
    ...[Number.NaN, Number.POSITIVE_INFINITY, -1, 1e300, 0.5, '', '__proto__', null, undefined],
    ...[[], {}, JSON.parse('{"__proto__": {"tabId": 3}}'), Object.create(null)],
  ),
);
const anyName = fc.oneof(
  fc.constantFrom<unknown>(...names, '__proto__', 'constructor', 'hasOwnProperty', 'clip.destroy'),
  junk,
);

type Path = (string | number)[];
const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
    : []),
];
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  return { ...(value as object), [key]: replaced((value as never)[key], rest, by) };
}
const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inside, key) => (inside as never)?.[key], value);

/** It is refused explicitly, whatever it said. */
async function expectRefused(answer: ReturnType<typeof send>, ...codes: string[]) {
  if (answer === undefined) return;
  const result = await answer;
  expect(result).toMatchObject({ ok: false });
  if (result.ok) return;
  expect(codes).toContain(result.error.code);
  expect(result.error.detail?.length ?? 0).toBeLessThanOrEqual(1_000);
}

describe('the background', () => {
  it('hears nobody but our pages and our script in a page itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyName,
        fc.constantFrom(...names),
        junk,
        stranger,
        async (any, name, payload, sender) => {
          for (const message of [seal(name, wellFormed[name]), seal(any, payload), payload])
            await expectRefused(send(message, sender), 'message-refused', 'message-invalid');
          expect(handler).not.toHaveBeenCalled();
        },
      ),
      tries(150),
    );
  });

  it('hears each message from those alone that may send it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), ours, ourScript, async (name, page, script) => {
        for (const [from, sender] of [
          ['page', page],
          ['content', script],
        ] as const) {
          handler.mockClear();
          const allowed: readonly string[] = protocol[name].from;
          const answer = send(seal(name, wellFormed[name]), sender);
          if (allowed.includes(from)) {
            expect(await answer).toEqual(ok({}));
            const expected = from === 'page' ? { from } : { from, tabId: 3 };
            expect(handler).toHaveBeenCalledExactlyOnceWith(wellFormed[name], expected);
          } else {
            await expectRefused(answer, 'message-refused');
            expect(handler).not.toHaveBeenCalled();
          }
        }
      }),
    );
  });

  it('takes from them what the schema says, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.oneof(ours, ourScript),
        fc.nat(),
        junk,
        async (name, sender, at, value) => {
          handler.mockClear();
          const paths = pathsIn(wellFormed[name]);
          const payload = replaced(wellFormed[name], paths[at % paths.length] ?? [], value);
          const parsed = v.safeParse(protocol[name].request, payload);
          const answer = send(seal(name, payload), sender);
          const [call] = handler.mock.calls;
          if (call) expect(call[0]).toEqual(parsed.output);
          else await expectRefused(answer, 'message-refused', 'message-invalid');
          expect(handler.mock.calls.length > 0 && !parsed.success).toBe(false);
        },
      ),
      tries(400),
    );
  });

  const all = names.flatMap((name) =>
    pathsIn(wellFormed[name]).map((path) => [name, path.join('.'), path] as const),
  );
  const megabytes = 'x'.repeat(5_000_000);

  it.each(all)('takes nothing without end: %s %s', async (name, _at, path) => {
    const was = valueAt(wellFormed[name], path);
    const tooMuch = [
      megabytes,
      ...(typeof was === 'number' || was === null ? [1e300, -1e300, Number.MAX_VALUE] : []),
      Array.from({ length: 100_000 }, () => 'x'),
    ];
    for (const value of tooMuch) {
      for (const sender of [
        { id: self.id, origin: self.origin },
        { id: self.id, origin: 'https://a.example', tab: { id: 3 }, frameId: 0 },
      ])
        await expectRefused(
          send(seal(name, replaced(wellFormed[name], path, value)), sender),
          'message-refused',
          'message-invalid',
        );
    }
    expect(handler).not.toHaveBeenCalled();
  });

  it('repeats no name that is long', async () => {
    await expectRefused(
      send(seal(megabytes, {}), { id: self.id, origin: self.origin }),
      'message-invalid',
    );
  });
});
