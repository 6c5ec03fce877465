import type { ErrorCode } from '../core/errors.ts';

/** Why the database did not do what it was asked; `cause` is what it said. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly code: Extract<
    ErrorCode,
    'storage-full' | 'storage-failed' | 'storage-newer' | 'library-gone' | 'library-behind'
  >;

  constructor(code: StoreError['code'], cause: unknown) {
    super(`${code}: ${describe(cause)}`, { cause });
    this.code = code;
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}

/** Dexie hides the reason of what it aborted, or did not open, in `inner`. */
function codeOf(cause: unknown, depth = 0): StoreError['code'] {
  if (cause instanceof StoreError) return cause.code;
  if (typeof cause !== 'object' || cause === null || depth > 4) return 'storage-failed';
  const { name, inner } = cause as { name?: unknown; inner?: unknown };
  return name === 'QuotaExceededError' ? 'storage-full' : codeOf(inner, depth + 1);
}

/** True if a use case ended the transaction, with a code of its own. */
function isCoded(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string';
}

export function toStoreError(cause: unknown): StoreError {
  return cause instanceof StoreError ? cause : new StoreError(codeOf(cause), cause);
}

/**
 * Runs a query; what it throws becomes a `StoreError`, unless it has a code of ours already. The answer is a native promise: Firefox
 * (153) loses the answer of a message listener that returns a `Dexie.Promise`.
 */
export async function guard<T>(query: () => PromiseLike<T>): Promise<T> {
  try {
    return await query();
  } catch (cause) {
    throw isCoded(cause) ? cause : toStoreError(cause);
  }
}
