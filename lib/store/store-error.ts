import { Dexie } from 'dexie';
import type { ErrorCode } from '../core/base/errors.ts';

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

/** True if it does not pass by itself: to try again is of no use. */
export const isLasting = ({ code }: StoreError): boolean =>
  code === 'library-gone' || code === 'library-behind' || code === 'storage-newer';

let isDiskFull: (() => Promise<boolean>) | undefined;

/**
 * From now on `ask` is asked whether the disk is full where the browser does not say why it failed:
 * Chromium (156) closes a database that it cannot write, and names it an internal error.
 */
export function askForFullDisk(ask: (() => Promise<boolean>) | undefined): void {
  isDiskFull = ask;
}

/** Like `toStoreError`, and asks for a full disk. Not inside of a transaction: it would end meanwhile. */
export async function explainStoreError(cause: unknown): Promise<StoreError> {
  const error = toStoreError(cause);
  const isUnknown = error.code === 'storage-failed' && error !== cause;
  if (!isUnknown || Dexie.currentTransaction || !(await isDiskFull?.())) return error;
  return new StoreError('storage-full', cause);
}

/**
 * Runs a query; what it throws becomes a `StoreError`, unless it has a code of ours already. The answer is a native promise: Firefox
 * (153) loses the answer of a message listener that returns a `Dexie.Promise`.
 */
export async function guard<T>(query: () => PromiseLike<T>): Promise<T> {
  try {
    return await query();
  } catch (cause) {
    throw isCoded(cause) ? cause : await explainStoreError(cause);
  }
}
