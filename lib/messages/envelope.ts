import type { MessageName, Request } from './protocol.ts';

/** Marks our messages among whatever else comes over the channel. */
export const envelopeVersion = 1;

/** How a message travels. Small enough to be checked by hand: scripts in pages carry this file. */
export interface Envelope {
  wrapup: typeof envelopeVersion;
  name: string;
  payload: unknown;
}

export function seal<N extends MessageName>(name: N, payload: Request<N>): Envelope {
  return { wrapup: envelopeVersion, name, payload };
}

/** Undefined for what is no message of ours. */
export function openEnvelope(message: unknown): Envelope | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { wrapup, name, payload } = message as Record<string, unknown>;
  if (wrapup !== envelopeVersion || typeof name !== 'string') return undefined;
  return { wrapup, name, payload };
}
