import { beforeEach, expect, it, vi } from 'vitest';
import { ok } from '../../lib/core/base/result.ts';
import { request } from '../../lib/messages/client.ts';

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

const closed = new Error(
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
);

beforeEach(() => {
  sendMessage.mockReset();
});

it('asks once when it is answered', async () => {
  sendMessage.mockResolvedValue(ok({ fine: true }));
  expect(await request('page.inspect', { tabId: 1 })).toEqual(ok({ fine: true }));
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith({
    wrapup: 1,
    name: 'page.inspect',
    payload: { tabId: 1 },
  });
});

it('asks again, with the same payload, when the worker was stopped meanwhile', async () => {
  sendMessage.mockRejectedValueOnce(closed).mockResolvedValueOnce(ok({}));
  expect(await request('page.inspect', { tabId: 1 })).toEqual(ok({}));
  expect(sendMessage.mock.calls[1]).toEqual(sendMessage.mock.calls[0]);
});

it.each([
  ['rejects', () => sendMessage.mockRejectedValue(closed)],
  ['answers nothing', () => sendMessage.mockResolvedValue(undefined)],
  ['answers something else', () => sendMessage.mockResolvedValue('hello')],
  [
    'throws, as in a page whose extension was updated',
    () =>
      sendMessage.mockImplementation(() => {
        throw new Error('Extension context invalidated.');
      }),
  ],
])('says that the background is silent when it %s', async (_, prepare) => {
  prepare();
  expect(await request('page.inspect', { tabId: 1 })).toMatchObject({
    ok: false,
    error: { code: 'background-silent' },
  });
  expect(sendMessage).toHaveBeenCalledTimes(2);
});
