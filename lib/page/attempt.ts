import { noteProblem } from '../core/base/problem.ts';

/**
 * What `read` gives, or `otherwise` where the page makes it fail: one broken part loses no other.
 * @param what names it in the diagnostics
 */
export function attempt<T>(
  read: () => T,
  otherwise: T,
  failed?: () => void,
  what = 'page.read',
): T {
  try {
    return read();
  } catch (thrown) {
    noteProblem(what, thrown);
    failed?.();
    return otherwise;
  }
}
