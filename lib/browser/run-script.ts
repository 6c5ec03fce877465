import { browser } from 'wxt/browser';

/** What to run: a function with its arguments, or files of the extension, the last one's answer. */
type Injection = { target: { tabId: number; allFrames?: boolean; frameIds?: number[] } } & (
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
 * grant is on its way. It was there after 51 ms at most; see the CONTRIBUTING notes on the race.
 */
const raceMessage = /Cannot access contents of (?:the page|url)/i;
const raceTries = 10;
const racePauseMs = 25;

const executeScript = (injection: Injection): Promise<ScriptAnswer[]> =>
  // WXT knows the files' names only after a build.
  browser.scripting.executeScript(injection as never);

/** `scripting.executeScript` that waits for activeTab to arrive. Rejects with the browser's words. */
export async function runScript(injection: Injection): Promise<ScriptAnswer[]> {
  for (let tries = 1; ; tries++) {
    try {
      return ranSomewhere(await executeScript(injection));
    } catch (thrown) {
      const racing = thrown instanceof Error && raceMessage.test(thrown.message);
      if (!racing || tries >= raceTries) throw thrown;
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
