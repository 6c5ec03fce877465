import { failure } from './errors.ts';
import { noteProblem } from './problem.ts';

type Listener = (isMissing: boolean) => void;
const listeners = new Set<Listener>();
/** Names of the code that could not be loaded when it was last wanted. */
const missing = new Set<string>();

/** True while some code of this page could not be loaded. */
export const isCodeMissing = (): boolean => missing.size > 0;

/** From now on `listener` is told when code is missing, and when it is there after all. */
export function hearMissingCode(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Loads code that is no part of the page's start. Where it cannot be had, the page says so by itself
 * (`MissingCode`), whoever asked for it; so nobody waits for it without a word.
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

/** Says that code did not load which something else than `loadCode` was to load: a worker. */
export function tellMissing(name: string, thrown: unknown): void {
  noteProblem(`${name}.load`, thrown);
  missing.add(name);
  tell();
}

/**
 * Uses what `loadCode` gives once it is there; nothing more where it cannot be had, since that is told already.
 * Never rejects for that.
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
