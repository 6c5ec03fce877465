import { type ErrorCode, type Failure, toFailure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';

/** Runs a use case and turns what an edge throws into a failure, so no use case rejects. */
export async function attempt<T>(run: () => Promise<T>): Promise<Result<T, Failure>> {
  try {
    return ok(await run());
  } catch (thrown) {
    return fail(toFailure(thrown, 'storage-failed'));
  }
}

/** For use in `attempt`: returns the value, or ends the use case with `code` if there is none. */
export function orFail<T>(value: T | undefined, code: ErrorCode): T {
  if (value === undefined) throw new CodedError(code);
  return value;
}

export class CodedError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}
