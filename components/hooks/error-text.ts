import { errorText as textOf } from '../../lib/browser/error-text.ts';
import type { Failure } from '../../lib/core/base/errors.ts';

/** The user's sentence on a failure: what happened, what was kept, what to do. */
export function errorText({ code }: Pick<Failure, 'code'>): string {
  return textOf(code);
}
