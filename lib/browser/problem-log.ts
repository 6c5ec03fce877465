import { browser } from 'wxt/browser';
import { hearProblems, noteProblem, type Problem } from '../core/base/problem.ts';
import { type LoggedProblem, logProblem, parseProblems } from '../core/base/problem-log.ts';

/**
 * The recent problems of this session. They are in memory, not on the disk, because their hosts
 * tell where the user has been, and a report is written while the browser with the problem is still
 * open.
 */
const key = 'problems';

/** Records problems in this script from now on, including uncaught errors. */
export function logProblems(where: string): void {
  hearProblems((problem, host) => void add(problem, where, host));
  globalThis.addEventListener('error', ({ error }) => noteProblem('uncaught', error));
  globalThis.addEventListener('unhandledrejection', ({ reason }) => {
    noteProblem('uncaught', reason);
  });
}

export async function readProblems(): Promise<LoggedProblem[]> {
  return parseProblems((await browser.storage.session.get(key))[key]);
}

export async function forgetProblems(): Promise<void> {
  await browser.storage.session.remove(key);
}

/** Calls back with the log whenever it changes. Returns a function that ends it. */
export function watchProblems(changed: (log: LoggedProblem[]) => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'session' && changes[key]) changed(parseProblems(changes[key].newValue));
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}

async function add(problem: Problem, where: string, host: string): Promise<void> {
  const at = new Date().toISOString();
  const write = async () => {
    await browser.storage.session.set({
      [key]: logProblem(await readProblems(), problem, { at, where, host }),
    });
  };
  try {
    // The background and pages write the same list.
    await navigator.locks.request(`wrapup-${key}`, write);
  } catch (thrown) {
    console.error('Wrapup: a problem could not be noted', problem, thrown);
  }
}
