import styles from '../confirmation/confirmation.css?inline';
import { element } from '../confirmation/elements.ts';
import type { Host } from '../confirmation/host.ts';
import { isByHand } from '../confirmation/overlay.ts';
import { OwnStyles, overlayCss } from '../confirmation/styles.ts';
import type { Words } from '../confirmation/words.ts';
import ownStyles from './card.css?inline';

/**
 * Puts the confirmation's card into a page of ours, which is not hostile.
 * @param onPlace called when its size changes
 * @param onClose called when it has been closed
 */
export function showCard(words: Words, onPlace: () => void, onClose: () => void): Host {
  // A landmark and a heading help a screen reader to navigate a page of ours.
  const host = element('main');
  const shadow = host.attachShadow({ mode: 'open' });
  new OwnStyles(shadow, [overlayCss(styles + ownStyles)]);
  const card = element('div', {
    class: 'wrapup',
    dir: words.rightToLeft ? 'rtl' : 'ltr',
    lang: words.language,
  });
  shadow.append(element('h1', {}, document.title), card);
  document.body.append(host);
  return {
    overlay: {
      element: host,
      get activeElement() {
        return shadow.activeElement;
      },
      listen: (listen) => listen(new AbortController().signal),
      onTick: () => {},
      onLost: () => {},
      isUnseen: false,
      setHidden: () => {},
      admits: async (event) => isByHand(event),
      remove() {
        host.remove();
        onClose();
      },
    },
    card,
    areFramesDear: false,
    place: onPlace,
  };
}
