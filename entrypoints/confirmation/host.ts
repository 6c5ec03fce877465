import styles from './confirmation.css?inline';
import { element } from './elements.ts';
import { makeShell, Overlay, type Shell } from './overlay.ts';
import { type Corner, chooseCorner, hasVastSelection, selectionBoxes } from './placement.ts';

/** The place of the card, and what keeps it there. */
export interface Host {
  overlay: Pick<
    Overlay,
    | 'element'
    | 'activeElement'
    | 'listen'
    | 'onTick'
    | 'onLost'
    | 'isUnseen'
    | 'admits'
    | 'setHidden'
    | 'remove'
  >;
  /** Holds the content; call `place` when its size changes. */
  card: HTMLElement;
  place(): void;
  /**
   * True if so much is selected that each frame of the page takes long; everything should then be
   * in the first one.
   */
  areFramesDear: boolean;
}

const marginPx = 16;

/** Created while the clip is stored, for the next card. */
let spare: Shell | undefined;

/**
 * Prepares what takes time and does not depend on the card's text; it shows nothing, and the page
 * can't access it.
 */
export function prepareHost(): void {
  spare ??= makeShell('confirmation', styles);
}

/** Puts the card above everything in the page; undefined in a document that shows no HTML. */
export function showHost(doc: Document, rightToLeft: boolean, language: string): Host | undefined {
  const card = element('div', {
    class: 'wrapup',
    dir: rightToLeft ? 'rtl' : 'ltr',
    lang: language,
  });
  const overlay = Overlay.show(doc, 'confirmation', styles, card, spare);
  spare = undefined;
  if (!overlay) return undefined;
  const pinTo = (corner: Corner) => overlay.pin(cornerCss(corner));
  pinTo(rightToLeft ? 'bottom-left' : 'bottom-right');
  const areFramesDear = hasVastSelection(doc);
  return {
    overlay,
    card,
    areFramesDear,
    place() {
      if (areFramesDear) {
        // Every corner is covered, and measuring takes as long as a frame.
        const view = { width: window.innerWidth, height: window.innerHeight };
        pinTo(chooseCorner({ width: 0, height: 0 }, view, [], rightToLeft));
        return;
      }
      const { width, height } = overlay.element.getBoundingClientRect();
      const view = {
        width: doc.documentElement.clientWidth || window.innerWidth,
        height: window.innerHeight,
      };
      pinTo(chooseCorner({ width, height }, view, selectionBoxes(doc), rightToLeft));
    },
  };
}

/** The position is no attribute of the host, because the page could set that. */
function cornerCss(corner: Corner): string {
  const [block, inline] = corner.split('-');
  const across =
    inline === 'centre'
      ? 'left: 50% !important; translate: -50% 0 !important;'
      : `${inline}: ${marginPx}px !important;`;
  return `${block}: ${marginPx}px !important; ${across}`;
}
