import * as v from 'valibot';
import { type Failure, failure, toFailure } from '../core/base/errors.ts';
import { clampText, limits } from '../core/base/limits.ts';
import { fail, type Result } from '../core/base/result.ts';
import { openEnvelope } from './envelope.ts';
import { type MessageName, protocol, type Reply, type Request } from './protocol.ts';
import { identify, type RawSender, type Self, type Sender } from './sender.ts';

export type Handler<N extends MessageName> = (
  payload: Request<N>,
  sender: Sender,
) => Promise<Result<Reply<N>, Failure>>;

export type Handlers = { [N in MessageName]: Handler<N> };

/**
 * Answers a message. It checks, in order: envelope, type, sender, payload; then it calls the
 * handler. Undefined if the message isn't ours, so that others can answer it.
 */
export function receive(
  message: unknown,
  rawSender: RawSender | null | undefined,
  self: Self,
  handlers: Handlers,
): Promise<Result<unknown, Failure>> | undefined {
  const envelope = openEnvelope(message);
  if (envelope === undefined) return undefined;
  const { name } = envelope;
  if (!isMessageName(name)) return refuse('message-invalid', `no such message: ${name}`);
  const sender = identify(rawSender ?? {}, self);
  const allowed: readonly string[] = protocol[name].from;
  if (sender === undefined || !allowed.includes(sender.from)) {
    return refuse('message-refused', name);
  }
  const payload = v.safeParse(protocol[name].request, envelope.payload);
  if (!payload.success) return refuse('message-invalid', v.summarize(payload.issues));
  return handle(handlers[name] as Handler<MessageName>, payload.output, sender);
}

/** Names come from outside, and `__proto__` and the like are not ours. */
function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(protocol, name);
}

/**
 * Says briefly what is wrong, because an error may quote the message, which may be as long as the
 * sender likes.
 */
async function refuse(code: 'message-invalid' | 'message-refused', detail: string) {
  return fail(failure(code, clampText(detail, limits.title)));
}

async function handle(
  handler: Handler<MessageName>,
  payload: Request<MessageName>,
  sender: Sender,
): Promise<Result<unknown, Failure>> {
  try {
    return await handler(payload, sender);
  } catch (thrown) {
    return fail(toFailure(thrown, 'capture-failed'));
  }
}
