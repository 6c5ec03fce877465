import { browser } from 'wxt/browser';
import { type Failure, failure } from '../core/base/errors.ts';
import { fail, type Result } from '../core/base/result.ts';
import { seal } from './envelope.ts';
import type { MessageName, Reply, Request } from './protocol.ts';

/**
 * Sends a request to the background. Never rejects; fails with `background-silent` if no answer
 * comes. If a worker was stopped in the middle, the request is sent once more with the same
 * payload, so every request must be safe to send twice.
 */
export async function request<N extends MessageName>(
  name: N,
  payload: Request<N>,
): Promise<Result<Reply<N>, Failure>> {
  const message = seal(name, payload);
  let detail = 'no answer';
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const answer: unknown = await browser.runtime.sendMessage(message);
      if (isResult(answer)) return answer as Result<Reply<N>, Failure>;
    } catch (thrown) {
      detail = String(thrown);
    }
  }
  return fail(failure('background-silent', detail));
}

function isResult(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
