import { browser } from 'wxt/browser';
import { now, untilTime } from './time-limit.ts';

/** Where a script runs: in the page itself, in all its frames, or in one of them. */
export interface Target {
  tabId: number;
  allFrames?: boolean;
  frameIds?: number[];
}

/**
 * What to run: a function with its arguments, or files of the extension, of which the last one
 * answers.
 */
export type Injection = { target: Target } & (
  | { func: (...args: never[]) => unknown; args: unknown[] }
  | { files: readonly string[] }
);

/** There is one for each frame; `result` is what the script returned there. */
export interface ScriptAnswer {
  frameId: number;
  result?: unknown;
}

/**
 * Chromium (156) sometimes refuses a script right after the gesture that granted activeTab, because
 * the grant has not arrived yet. It arrived after at most 51 ms.
 */
const raceMessage = /Cannot access contents of (?:the page|url)/i;
const raceTries = 10;
const racePauseMs = 25;

/**
 * It is injected immediately; otherwise the browser waits until each frame's document is ready,
 * which a frame never is if its server is silent, or if it is lazy and below the fold.
 */
const executeScript = (injection: Injection): Promise<ScriptAnswer[]> =>
  // WXT knows the files' names only after a build.
  browser.scripting.executeScript({ ...injection, injectImmediately: true } as never);

/**
 * Calls `scripting.executeScript`, at once, and waits for activeTab to arrive if necessary. Rejects
 * with the browser's error, or with `PageSilentError` if the page has not answered at `until` (ms,
 * as returned by `now`): a page that is stuck in a script or a dialog answers nothing.
 */
export async function runScript(injection: Injection, until: number): Promise<ScriptAnswer[]> {
  for (let tries = 1; ; tries++) {
    try {
      return ranSomewhere(await untilTime(executeScript(injection), until));
    } catch (thrown) {
      const racing = thrown instanceof Error && raceMessage.test(thrown.message);
      if (!racing || tries >= raceTries || now() >= until) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, racePauseMs));
    }
  }
}

/** On its own pages (`about:license`) Firefox (153) runs nothing and answers `[undefined]`. */
function ranSomewhere(answers: (ScriptAnswer | undefined)[]): ScriptAnswer[] {
  const ran = answers.filter((answer) => answer !== undefined && answer !== null);
  if (ran.length === 0 && answers.length > 0) throw new Error('Cannot access this page');
  return ran;
}
