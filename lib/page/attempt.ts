import { noteProblem } from '../core/base/problem.ts';

/**
 * Returns the result of `read`, or `otherwise` if the page makes it fail, so that one broken part
 * does not affect others.
 * @param what its name in the diagnostics
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
