import type { MessageName, Request } from './protocol.ts';

/** Marks our messages among others on the channel. */
export const envelopeVersion = 1;

/**
 * The form in which a message is sent. It is small enough to check without a schema, because
 * scripts in pages contain this file.
 */
export interface Envelope {
  wrapup: typeof envelopeVersion;
  name: string;
  payload: unknown;
}

export function seal<N extends MessageName>(name: N, payload: Request<N>): Envelope {
  return { wrapup: envelopeVersion, name, payload };
}

/** Returns undefined if the message isn't ours. */
export function openEnvelope(message: unknown): Envelope | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { wrapup, name, payload } = message as Record<string, unknown>;
  if (wrapup !== envelopeVersion || typeof name !== 'string') return undefined;
  return { wrapup, name, payload };
}
