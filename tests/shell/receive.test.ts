import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../lib/core/base/result.ts';
import { type Handlers, receive } from '../../lib/messages/receive.ts';
import { uuid } from '../support/records.ts';

const self = { id: 'our-id', origin: 'chrome-extension://our-id' };
const ourPage = { id: 'our-id', origin: 'chrome-extension://our-id' };
const ourPageInTab = { ...ourPage, tab: { id: 3 }, frameId: 0 };
const ourScript = { id: 'our-id', origin: 'https://a.example', tab: { id: 3 }, frameId: 0 };

const reply = ok({});
const handler = vi.fn(async () => reply);
const handlers = new Proxy({}, { get: () => handler }) as Handlers;
const send = (message: unknown, sender: object) => receive(message, sender, self, handlers);
const message = (name: string, payload: unknown) => ({ wrapup: 1, name, payload });

const over = { editId: uuid(2), fieldId: uuid(3), turn: 0, base: '', sent: [] };
const annotate = message('clip.annotate', { itemId: uuid(1), note: 'x', over });
const inspect = message('page.inspect', { tabId: 3 });
const box = { x: 0, y: 0, width: 9, height: 9 };
const viewport = { width: 9, height: 9 };
const region = message('region.take', { requestId: uuid(1), box, viewport });

beforeEach(() => handler.mockClear());

describe('a message is answered', () => {
  it.each([
    ['our page', inspect, ourPage, { from: 'page' }],
    ['our page in a tab', inspect, ourPageInTab, { from: 'page' }],
    ['our page that shows an outcome', annotate, ourPage, { from: 'page' }],
    ['our script in a page', annotate, ourScript, { from: 'content', tabId: 3 }],
    [
      'our script in a sandboxed page',
      annotate,
      { ...ourScript, origin: 'null' },
      { from: 'content', tabId: 3 },
    ],
  ])('from %s', async (_, sent, sender, expected) => {
    expect(await send(sent, sender)).toBe(reply);
    expect(handler).toHaveBeenCalledExactlyOnceWith(sent.payload, expected);
  });
});

describe('a message is refused', () => {
  it.each<[string, unknown, object, string]>([
    ['from another extension', inspect, { ...ourPage, id: 'other' }, 'message-refused'],
    ['from nobody', inspect, {}, 'message-refused'],
    ['without an origin', inspect, { id: 'our-id' }, 'message-refused'],
    ['for pages, from a script in a page', inspect, ourScript, 'message-refused'],
    ['for scripts in pages, from a page of ours', region, ourPageInTab, 'message-refused'],
    [
      'from a page whose origin only looks like ours',
      inspect,
      { ...ourPage, origin: `${self.origin}.evil.example` },
      'message-refused',
    ],
    ['from a frame in a page', annotate, { ...ourScript, frameId: 5 }, 'message-refused'],
    ['of a type that there is not', message('clip.destroy', {}), ourPage, 'message-invalid'],
    ['called __proto__', message('__proto__', {}), ourPage, 'message-invalid'],
    ['called constructor', message('constructor', {}), ourPage, 'message-invalid'],
    ['called toString', message('toString', {}), ourPage, 'message-invalid'],
    ['without a payload', message('page.inspect', undefined), ourPage, 'message-invalid'],
    ['with a wrong payload', message('page.inspect', { tabId: '3' }), ourPage, 'message-invalid'],
    [
      'with an id that is none',
      message('clip.undo', { itemId: '../x' }),
      ourScript,
      'message-invalid',
    ],
    [
      'with a note too long',
      message('clip.annotate', { itemId: uuid(1), note: 'x'.repeat(200_001), over }),
      ourScript,
      'message-invalid',
    ],
  ])('%s', async (_, sent, sender, code) => {
    expect(await send(sent, sender)).toMatchObject({ ok: false, error: { code } });
    expect(handler).not.toHaveBeenCalled();
  });

  it('by sender before its payload is looked at', async () => {
    const payload = Object.defineProperty({}, 'tabId', {
      get: () => {
        throw new Error('was looked at');
      },
    });
    expect(await send(message('page.inspect', payload), ourScript)).toMatchObject({
      error: { code: 'message-refused' },
    });
  });
});

it('hands no more to a handler than the schema names', async () => {
  const more = message('clip.undo', { itemId: uuid(1), note: 'smuggled' });
  await send(more, ourScript);
  expect(handler).toHaveBeenCalledWith({ itemId: uuid(1) }, expect.anything());
});

it.each([
  null,
  'x',
  7,
  [],
  { type: 'theirs' },
  { wrapup: 2, name: 'page.inspect' },
  { wrapup: 1, name: 7 },
])('leaves %j, which is no message of ours, to others', (sent) => {
  expect(send(sent, ourPage)).toBeUndefined();
});

it('answers with a failure when the handler throws', async () => {
  handler.mockRejectedValueOnce(Object.assign(new Error('disk'), { code: 'storage-full' }));
  expect(await send(inspect, ourPage)).toEqual({
    ok: false,
    error: { code: 'storage-full', detail: 'disk' },
  });
  handler.mockRejectedValueOnce('odd');
  expect(await send(inspect, ourPage)).toMatchObject({ error: { code: 'capture-failed' } });
});
