import { failure } from './errors.ts';
import { noteProblem } from './problem.ts';

type Listener = (isMissing: boolean) => void;
const listeners = new Set<Listener>();
/** Names of the code that could not be loaded when it was last needed. */
const missing = new Set<string>();

/** True while some code of this page could not be loaded. */
export const isCodeMissing = (): boolean => missing.size > 0;

/** Calls `listener` from now on when code is missing, and when it is available after all. */
export function hearMissingCode(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Loads code that is not part of the page's start. If it can't be loaded, the page reports it by
 * itself (`MissingCode`), whoever requested it, so nobody waits in vain without an explanation.
 * @throws `code-not-loaded`
 */
export async function loadCode<T>(name: string, fetchCode: () => Promise<T>): Promise<T> {
  try {
    const code = await fetchCode();
    if (missing.delete(name)) tell();
    return code;
  } catch (thrown) {
    tellMissing(name, thrown);
    const { code, detail } = failure('code-not-loaded', String(thrown));
    throw Object.assign(new Error(detail), { code });
  }
}

/** Reports code that failed to load by other means than `loadCode`, such as a worker. */
export function tellMissing(name: string, thrown: unknown): void {
  noteProblem(`${name}.load`, thrown);
  missing.add(name);
  tell();
}

/**
 * Uses the result of `loadCode` once it is there. If the code can't be loaded, it does nothing
 * more, since that was already reported, and does not reject.
 */
export async function whenLoaded<T>(code: Promise<T>, use: (code: T) => void): Promise<void> {
  const loaded = await code.then(
    (value) => ({ value }),
    () => undefined,
  );
  if (loaded) use(loaded.value);
}

function tell(): void {
  for (const listener of listeners) listener(isCodeMissing());
}
