import { browser } from 'wxt/browser';
import type { Result } from '../../lib/core/base/result.ts';
import type { ConfirmationState } from '../../lib/core/capture/confirmation-state.ts';
import { request } from '../../lib/messages/client.ts';
import type { MessageName, Request } from '../../lib/messages/protocol.ts';
import type { ConfirmationEdges } from './confirmation.ts';

/** `reloaded`: the extension of this script was updated or removed meanwhile. */
export type Outcome = 'done' | 'failed' | 'reloaded';

/** Sends a request to the background that either succeeds or fails. */
export async function ask<N extends MessageName>(name: N, payload: Request<N>): Promise<Outcome> {
  const reply = await request(name, payload);
  return reply.ok ? 'done' : whyNot();
}

/**
 * `kept`: the words could not be written, but the background keeps them until the browser closes.
 */
async function askToSave<N extends 'clip.annotate' | 'clip.describe'>(
  name: N,
  payload: Request<N>,
): Promise<Outcome | 'kept'> {
  const reply = await request(name, payload);
  if (!reply.ok) return whyNot();
  return reply.value.saved ? 'done' : 'kept';
}

const answered = <T>(reply: Result<T, unknown>): T | undefined =>
  reply.ok ? reply.value : undefined;

const whyNot = () => (browser.runtime?.id === undefined ? 'reloaded' : 'failed');

/** What a card requests from the background, wherever it is shown. */
export function requestsOf(
  state: ConfirmationState,
): Omit<ConfirmationEdges, 'host' | 'words' | 'retry'> {
  return {
    annotate: (itemId, text, over) =>
      'itemId' in state && state.field === 'alt'
        ? askToSave('clip.describe', { itemId, alt: text, over })
        : askToSave('clip.annotate', { itemId, note: text, over }),
    nudge: (itemId, startSeconds) => ask('moment.nudge', { itemId, startSeconds }),
    locate: (itemId, page) => ask('clip.locate', { itemId, page }),
    undo: (itemId, stepId) =>
      ask('clip.undo', stepId === undefined ? { itemId } : { itemId, stepId }),
    restore: (itemId) => ask('clip.restore', { itemId }),
    where: async (itemId) => answered(await request('clip.where', { itemId })),
    places: async (itemId) => answered(await request('clip.places', { itemId })),
    place: async (itemId, target) => answered(await request('clip.place', { itemId, target })),
    unseen: () => ask('outcome.unseen', {}),
    discard: (id) => ask('unsaved.discard', { id }),
  };
}
