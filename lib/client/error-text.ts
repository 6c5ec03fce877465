import { errorText as textOf } from '../browser/error-text.ts';
import type { Failure } from '../core/base/errors.ts';

/** Returns the user's message for a failure: what happened, what was kept, what to do. */
export function errorText({ code }: Pick<Failure, 'code'>): string {
  return textOf(code);
}
