import { browser } from 'wxt/browser';
import { now, untilTime } from './time-limit.ts';

/** Where a script runs: the page itself, all its frames, or one of them. */
export interface Target {
  tabId: number;
  allFrames?: boolean;
  frameIds?: number[];
}

/** What to run: a function with its arguments, or files of the extension, the last one's answer. */
export type Injection = { target: Target } & (
  | { func: (...args: never[]) => unknown; args: unknown[] }
  | { files: readonly string[] }
);

/** One for each frame; `result` is what the script returned there. */
export interface ScriptAnswer {
  frameId: number;
  result?: unknown;
}

/**
 * Chromium (156) sometimes refuses a script right after the gesture that granted activeTab: the
 * grant is on its way. It was there after 51 ms at most.
 */
const raceMessage = /Cannot access contents of (?:the page|url)/i;
const raceTries = 10;
const racePauseMs = 25;

/**
 * Immediately: else the browser waits until each frame's document is ready, and one whose server is
 * silent, or that is lazy and below the fold, never is.
 */
const executeScript = (injection: Injection): Promise<ScriptAnswer[]> =>
  // WXT knows the files' names only after a build.
  browser.scripting.executeScript({ ...injection, injectImmediately: true } as never);

/**
 * `scripting.executeScript`, at once, and with the wait for activeTab to arrive. Rejects with the
 * browser's words, or with `PageSilentError` where the page has not answered at `until` (ms, as `now`
 * counts): a page that is stuck in a script or a dialog of its own answers nothing.
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
