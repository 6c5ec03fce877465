import { browser } from 'wxt/browser';

type Injection = Parameters<typeof browser.scripting.executeScript>[0];

/**
 * Chromium (156) sometimes refuses a script right after the gesture that granted activeTab: the
 * grant is on its way. It was there after 51 ms at most; see the CONTRIBUTING notes on the race.
 */
const raceMessage = /Cannot access contents of (?:the page|url)/i;
const raceTries = 10;
const racePauseMs = 25;

/** `scripting.executeScript` that waits for activeTab to arrive. Rejects with the browser's words. */
export async function runScript(injection: Injection) {
  for (let tries = 1; ; tries++) {
    try {
      return await browser.scripting.executeScript(injection);
    } catch (thrown) {
      const racing = thrown instanceof Error && raceMessage.test(thrown.message);
      if (!racing || tries >= raceTries) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, racePauseMs));
    }
  }
}
