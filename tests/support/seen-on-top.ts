import type { Page } from 'puppeteer-core';
import { isolated } from './browsers/gestures.ts';

/** What a person sees of an element that covers a page. */
export interface Seen {
  width: number;
  height: number;
  /** How many of nine points of its box the pointer would hit. */
  points: number;
  inView: boolean;
}

/** Returns how the host of an overlay shows now; null while it is not there. */
export function seenOnTop(page: Page, selector: string): Promise<Seen | null> {
  return isolated(page.mainFrame()).evaluate((wanted) => {
    const host = document.querySelector(wanted);
    if (!host) return null;
    const { left, top, right, bottom, width, height } = host.getBoundingClientRect();
    let points = 0;
    for (const across of [0.1, 0.5, 0.9]) {
      for (const down of [0.2, 0.5, 0.8]) {
        const met = document.elementFromPoint(left + width * across, top + height * down);
        if (met === host) points++;
      }
    }
    const inView = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return { width, height, points, inView };
  }, selector);
}
