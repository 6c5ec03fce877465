import { browser } from 'wxt/browser';
import { request } from '../../lib/messages/client.ts';
import type { MessageName, Request } from '../../lib/messages/protocol.ts';

/** `reloaded`: the extension this script belongs to was updated or removed meanwhile. */
export type Outcome = 'done' | 'failed' | 'reloaded';

/** Asks the background for something that only can be done or not. */
export async function ask<N extends MessageName>(name: N, payload: Request<N>): Promise<Outcome> {
  const reply = await request(name, payload);
  return reply.ok ? 'done' : whyNot();
}

/** `kept`: the words could not be written, but the background holds them until the browser closes. */
export async function askToSave<N extends 'clip.annotate' | 'clip.describe'>(
  name: N,
  payload: Request<N>,
): Promise<Outcome | 'kept'> {
  const reply = await request(name, payload);
  if (!reply.ok) return whyNot();
  return reply.value.saved ? 'done' : 'kept';
}

const whyNot = () => (browser.runtime?.id === undefined ? 'reloaded' : 'failed');
