import { Dexie } from 'dexie';
import type { ErrorCode } from '../core/base/errors.ts';

/** A failure of the database; `cause` is its error. */
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

/** Dexie hides the reason for an abort, or a failed opening, in `inner`. */
function codeOf(cause: unknown, depth = 0): StoreError['code'] {
  if (cause instanceof StoreError) return cause.code;
  if (typeof cause !== 'object' || cause === null || depth > 4) return 'storage-failed';
  const { name, inner } = cause as { name?: unknown; inner?: unknown };
  return name === 'QuotaExceededError' ? 'storage-full' : codeOf(inner, depth + 1);
}

/** True if a use case ended the transaction with its own code. */
function isCoded(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string';
}

export function toStoreError(cause: unknown): StoreError {
  return cause instanceof StoreError ? cause : new StoreError(codeOf(cause), cause);
}

/** True if it will not pass by itself, so retrying is useless. */
export const isLasting = ({ code }: StoreError): boolean =>
  code === 'library-gone' || code === 'library-behind' || code === 'storage-newer';

let isDiskFull: (() => Promise<boolean>) | undefined;

/**
 * From now on, `ask` is called to check for a full disk if the browser gives no reason for a
 * failure: Chromium (156) closes a database that it can't write, and calls that an internal error.
 */
export function askForFullDisk(ask: (() => Promise<boolean>) | undefined): void {
  isDiskFull = ask;
}

/**
 * Like `toStoreError`, but checks for a full disk. Don't call it inside a transaction, which would
 * end meanwhile.
 */
export async function explainStoreError(cause: unknown): Promise<StoreError> {
  const error = toStoreError(cause);
  const isUnknown = error.code === 'storage-failed' && error !== cause;
  if (!isUnknown || Dexie.currentTransaction || !(await isDiskFull?.())) return error;
  return new StoreError('storage-full', cause);
}

/**
 * Runs a query and converts errors to a `StoreError`, unless they have one of our codes already.
 * The result is a native promise, because Firefox (153) loses the answer of a message listener that
 * returns a `Dexie.Promise`.
 */
export async function guard<T>(query: () => PromiseLike<T>): Promise<T> {
  try {
    return await query();
  } catch (cause) {
    throw isCoded(cause) ? cause : await explainStoreError(cause);
  }
}
