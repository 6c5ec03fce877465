import { runInFrame } from '../page-wire/ask-page.ts';
import { type Box, captureTab, cut, toPng } from './screenshot.ts';

export type { Box } from './screenshot.ts';

/** True if the whole box is in the viewport; a part of a picture would be misleading. */
function isWholly(box: Box, viewport: { width: number; height: number }): boolean {
  const { x, y, width, height } = box;
  const inside = x >= -1 && y >= -1 && x + width <= viewport.width + 1;
  return inside && y + height <= viewport.height + 1 && width >= 3 && height >= 3;
}

/**
 * Runs in the page: hides our own card, and says whether the picture is still in its place and is
 * not a broken-image sign. Self-contained.
 */
async function uncover({ x, y, width, height }: Box): Promise<boolean> {
  const isThere = (element: Element) => {
    if (!/^(?:img|image|input|video)$/i.test(element.localName)) return false;
    const at = element.getBoundingClientRect();
    const moved = [at.x - x, at.y - y, at.width - width, at.height - height];
    return moved.every((px) => Math.abs(px) <= 1.5);
  };
  const under = (root: DocumentOrShadowRoot): Element[] =>
    root
      .elementsFromPoint(x + width / 2, y + height / 2)
      .flatMap((element) => [
        ...(isThere(element) ? [element] : []),
        ...(element.shadowRoot !== null && element.shadowRoot !== root
          ? under(element.shadowRoot)
          : []),
      ]);
  const isWhole = async (element: Element): Promise<boolean> => {
    if (element instanceof HTMLImageElement) return element.complete && element.naturalWidth > 0;
    const address =
      element instanceof HTMLInputElement
        ? element.src
        : element instanceof SVGImageElement && element.href.baseVal;
    if (typeof address !== 'string') return true;
    // These elements don't say whether they loaded, but another image with the same address does,
    // from the cache.
    const same = new Image();
    same.src = address;
    const late = new Promise<never>((_, reject) => setTimeout(reject, 500));
    return Promise.race([same.decode(), late]).then(
      () => true,
      () => false,
    );
  };
  const wholes = await Promise.all(under(document).map(isWhole));
  if (!wholes.includes(true)) return false;
  globalThis.wrapup?.confirmation?.setHidden(true);
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    // A tab that is not drawn has no next frame.
    setTimeout(resolve, 200);
  });
  return true;
}

/** A page that is still busy then isn't drawn either. */
const patienceMs = 1_000;

/** Runs in the page. */
function coverAgain(): void {
  globalThis.wrapup?.confirmation?.setHidden(false);
}

/**
 * Cuts a picture as it is shown out of a screenshot of the tab. Rejects if it is not fully visible.
 */
export async function cutPicture(
  tabId: number,
  box: Box,
  viewport: { width: number; height: number },
): Promise<ArrayBuffer> {
  if (!isWholly(box, viewport)) throw new Error('not wholly in view');
  const target = { tabId };
  const isThere = await runInFrame(target, uncover, [box], patienceMs);
  if (isThere !== true) throw new Error('not shown there');
  try {
    const bitmap = await captureTab(tabId);
    const picture = cut(bitmap, { box, viewport });
    bitmap.close();
    return await toPng(picture);
  } finally {
    // If the page is gone, so is what was hidden.
    await runInFrame(target, coverAgain, [], patienceMs).catch(() => undefined);
  }
}
