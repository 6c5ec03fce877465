import { type ErrorCode, errorCodes, type Failure, failure } from '../core/errors.ts';
import { fail, ok, type Result } from '../core/result.ts';

const codes: ReadonlySet<unknown> = new Set(errorCodes);

/** What an edge threw, as a failure: its own code where it has one, else `otherwise`. */
export function toFailure(thrown: unknown, otherwise: ErrorCode = 'storage-failed'): Failure {
  const { code, message, detail: known } = (thrown ?? {}) as Record<string, unknown>;
  const detail = [message, known].find((each) => typeof each === 'string') ?? String(thrown);
  return failure(codes.has(code) ? (code as ErrorCode) : otherwise, String(detail));
}

/** Runs a use case; what an edge throws becomes its failure, so that no use case rejects. */
export async function attempt<T>(run: () => Promise<T>): Promise<Result<T, Failure>> {
  try {
    return ok(await run());
  } catch (thrown) {
    return fail(toFailure(thrown));
  }
}

/** For `attempt`: gives the value, or ends the use case with `code` where there is none. */
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
