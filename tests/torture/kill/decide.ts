import type { Page } from 'puppeteer-core';
import { waitFor } from '../../support/wait.ts';

/**
 * Presses the first button of each alert until the popup shows its tabs: it restores what is gone,
 * as far as possible, and retries while a damaged library is not known to be gone yet.
 * @returns what the alerts say; none if it shows its tabs at once
 */
export async function decide(popup: Page): Promise<string[]> {
  const alerts: string[] = [];
  for (;;) {
    const said = await waitFor('the popup to show something', () =>
      popup
        .evaluate(() => {
          // The tabs show before the library is read.
          if (document.querySelector('main.popup[aria-busy=false] [role=tab]')) return 'tabs';
          const alert = document.querySelector('.empty[role=alert]');
          const button = alert?.querySelector<HTMLElement>('button:not([disabled])');
          if (!alert || !button || alert.getAttribute('aria-busy') === 'true') return null;
          const text = alert.textContent;
          button.click();
          return text;
        })
        // The page after pressing the button is a new one.
        .catch(() => null),
    );
    if (said === 'tabs') return alerts;
    alerts.push(said);
    if (alerts.length > 10) throw new Error(`The popup shows no tabs, but: ${alerts.join(' | ')}`);
  }
}
