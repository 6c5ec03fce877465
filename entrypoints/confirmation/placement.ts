interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Corner = `${'bottom' | 'top'}-${'right' | 'left' | 'centre'}`;

const marginPx = 16;
/** Below this width there is only one column, the middle. */
const narrowPx = 480;
const maxRects = 2_000;
/** A selection with more elements covers every corner, and measuring it takes seconds. */
const maxElements = 20_000;

function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function cornerBox(
  corner: Corner,
  card: { width: number; height: number },
  view: { width: number; height: number },
): Box {
  const top = corner.startsWith('top') ? marginPx : view.height - marginPx - card.height;
  const left = corner.endsWith('left')
    ? marginPx
    : corner.endsWith('right')
      ? view.width - marginPx - card.width
      : (view.width - card.width) / 2;
  return { left, top, right: left + card.width, bottom: top + card.height };
}

/** Returns the corner where the card covers nothing of `covered`, or the least. */
export function chooseCorner(
  card: { width: number; height: number },
  view: { width: number; height: number },
  covered: readonly Box[],
  rightToLeft: boolean,
): Corner {
  const near = rightToLeft ? 'left' : 'right';
  const far = rightToLeft ? 'right' : 'left';
  const corners: Corner[] =
    view.width < narrowPx
      ? ['bottom-centre', 'top-centre']
      : [`bottom-${near}`, `top-${near}`, `bottom-${far}`, `top-${far}`];
  let best = corners[0] as Corner;
  let least = Number.POSITIVE_INFINITY;
  for (const corner of corners) {
    const box = cornerBox(corner, card, view);
    const area = covered.reduce((sum, rect) => sum + overlapArea(box, rect), 0);
    if (area < least) [best, least] = [corner, area];
  }
  return best;
}

function isVast({ commonAncestorContainer: around }: Range): boolean {
  return around instanceof Element && around.getElementsByTagName('*').length > maxElements;
}

/** True if so much is selected that the browser takes long for every frame. */
export function hasVastSelection(doc: Document): boolean {
  const selection = Document.prototype.getSelection.call(doc);
  return !!selection && selection.rangeCount > 0 && isVast(selection.getRangeAt(0));
}

/** Returns where the selection is in the viewport. */
export function selectionBoxes(doc: Document): Box[] {
  const selection = Document.prototype.getSelection.call(doc);
  const boxes: Box[] = [];
  for (let index = 0; selection && index < selection.rangeCount; index++) {
    const range = selection.getRangeAt(index);
    if (range.collapsed || isVast(range)) continue;
    boxes.push(...Array.from(range.getClientRects()).slice(0, maxRects));
  }
  return boxes;
}
