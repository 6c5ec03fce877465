import { browser } from 'wxt/browser';
import { type Handlers, receive } from './receive.ts';
import type { RawSender } from './sender.ts';

/**
 * Answers messages from now on. Call it synchronously when the background starts.
 *
 * `sendResponse` with `return true` is the only form that works natively, with the polyfill and
 * with WXT's fake browser.
 */
export function serve(handlers: Handlers): void {
  const self = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
  browser.runtime.onMessage.addListener((message: unknown, sender: unknown, sendResponse) => {
    const answer = receive(message, sender as RawSender, self, handlers);
    if (answer === undefined) return false;
    answer.then(sendResponse);
    return true;
  });
}
