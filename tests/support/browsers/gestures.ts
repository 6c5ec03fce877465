import type { Frame, Page } from 'puppeteer-core';
import { waitFor } from '../wait.ts';

/**
 * Clicks the popup's button for the panel beside the page, once the popup does not grow any more.
 */
export async function clickPanelButton(popup: Page): Promise<void> {
  // The library's message appears beside it.
  await popup.waitForSelector('main.popup[aria-busy=false]');
  const button = await popup.waitForSelector('button[aria-label="Open beside the page"]');
  for (let before = '', tries = 0; tries < 100; tries++) {
    const now = JSON.stringify(await button?.boundingBox());
    if (now === before) break;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 80));
  }
  await button?.click();
}

/** Goes to a page that may never finish loading; waits until its document is there. */
export async function goWithoutWaiting(page: Page, url: string): Promise<void> {
  // It rejects in the end if the page never loads.
  page.goto(url).catch(() => {});
  // The first page of a browser may take this long on a busy machine.
  await waitFor(url, () => page.evaluate((wanted) => location.href === wanted, url), 40_000);
}

interface Point {
  x: number;
  y: number;
}

interface Place {
  start: Point;
  end: Point;
  /** Both ends are in the viewport together. */
  visible: boolean;
}

/** Puppeteer's isolated world in a page, which the page's redefinitions do not reach. */
interface WithIsolatedRealm {
  isolatedRealm(): Pick<Frame, 'evaluate'>;
}

export function isolated(frame: Frame): Pick<Frame, 'evaluate'> {
  return (frame as unknown as WithIsolatedRealm).isolatedRealm();
}

/**
 * Selects from the first words `from` to the next `to` after it (both included) by dragging the
 * mouse or, if both ends do not fit the viewport, by a click and a shift-click. It searches open
 * shadow roots; white space in the words matches any white space.
 */
export async function selectText(
  page: Page,
  words: { from: string; to?: string },
  frame: Frame = page.mainFrame(),
): Promise<void> {
  const request = { from: words.from, to: words.to ?? words.from };
  const offset = await frameOffset(frame);
  const place = await waitFor(
    `the words "${request.from}" … "${request.to}" in ${frame.url()}`,
    () => isolated(frame).evaluate(locate, request, 'start' as const),
  );
  // A drag that begins in selected words would move them, and select nothing.
  await isolated(frame).evaluate(() => getSelection()?.removeAllRanges());
  const { mouse, keyboard } = page;
  await mouse.move(place.start.x + offset.x, place.start.y + offset.y);
  if (place.visible) {
    await mouse.down();
    await mouse.move(place.end.x + offset.x - 2, place.end.y + offset.y, { steps: 3 });
    await mouse.move(place.end.x + offset.x, place.end.y + offset.y);
    await mouse.up();
    return;
  }
  await mouse.click(place.start.x + offset.x, place.start.y + offset.y);
  const far = await isolated(frame).evaluate(locate, request, 'end' as const);
  if (far === null) throw new Error('The page changed while it was selected');
  await keyboard.down('Shift');
  await mouse.click(far.end.x + offset.x, far.end.y + offset.y);
  await keyboard.up('Shift');
}

/** Returns the selection in a frame, white space collapsed. */
export function selectedText(frame: Frame): Promise<string> {
  return isolated(frame).evaluate(() => String(getSelection()).replace(/\s+/g, ' ').trim());
}

async function frameOffset(frame: Frame): Promise<Point> {
  const offset = { x: 0, y: 0 };
  for (let at: Frame | null = frame; at?.parentFrame(); at = at.parentFrame()) {
    const element = await at.frameElement();
    const box = await element?.evaluate((node) => {
      node.scrollIntoView({ block: 'center' });
      const { left, top } = node.getBoundingClientRect();
      return { x: left + node.clientLeft, y: top + node.clientTop };
    });
    offset.x += box?.x ?? 0;
    offset.y += box?.y ?? 0;
  }
  return offset;
}

/** Runs in the page: returns where the words are, after scrolling one end of them into view. */
function locate(words: { from: string; to: string }, end: 'start' | 'end'): Place | null {
  const nodes: Text[] = [];
  const gather = (root: Node): void => {
    for (let node = root.firstChild; node !== null; node = node.nextSibling) {
      if (node instanceof Text) {
        if (!/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(node.parentElement?.tagName ?? ''))
          nodes.push(node);
      } else {
        if (node instanceof Element && node.shadowRoot) gather(node.shadowRoot);
        gather(node);
      }
    }
  };
  gather(document);
  let text = '';
  let afterSpace = false;
  const at: { node: Text; offset: number }[] = [];
  for (const node of nodes) {
    for (let offset = 0; offset < node.data.length; offset++) {
      const character = node.data.charAt(offset);
      const space = /\s/.test(character);
      if (space && afterSpace) continue;
      afterSpace = space;
      text += space ? ' ' : character;
      at.push({ node, offset });
    }
  }
  const flat = (phrase: string) => phrase.replace(/\s+/g, ' ').trim();
  const first = text.indexOf(flat(words.from));
  const last = text.indexOf(flat(words.to), first) + flat(words.to).length - 1;
  const [a, z] = [at[first], at[last]];
  if (first < 0 || last < first || !a || !z) return null;
  const box = ({ node, offset }: { node: Text; offset: number }): DOMRect => {
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return range.getBoundingClientRect();
  };
  (end === 'start' ? a : z).node.parentElement?.scrollIntoView({
    block: 'center',
    behavior: 'instant',
  });
  const [left, right] = [box(a), box(z)];
  const inView = (rect: DOMRect) =>
    rect.top >= 0 && rect.bottom <= innerHeight && rect.left >= 0 && rect.right <= innerWidth;
  return {
    // One pixel outside the words, because dragging from a link would drag the link.
    start: { x: Math.max(1, left.left - 1), y: left.top + left.height / 2 },
    end: { x: Math.min(innerWidth - 2, right.right + 1), y: right.top + right.height / 2 },
    visible: inView(left) && inView(right),
  };
}
