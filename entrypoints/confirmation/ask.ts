import { browser } from 'wxt/browser';
import { request } from '../../lib/messages/client.ts';
import type { MessageName, Request } from '../../lib/messages/protocol.ts';

/** `reloaded`: the extension this script belongs to was updated or removed meanwhile. */
export type Outcome = 'done' | 'failed' | 'reloaded';

/** Asks the background for something that only can be done or not. */
export async function ask<N extends MessageName>(name: N, payload: Request<N>): Promise<Outcome> {
  const reply = await request(name, payload);
  if (reply.ok) return 'done';
  return browser.runtime?.id === undefined ? 'reloaded' : 'failed';
}
