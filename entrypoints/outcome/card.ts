import tokens from '../../components/ui/tokens.css?inline';
import styles from '../confirmation/confirmation.css?inline';
import { element } from '../confirmation/elements.ts';
import { addStyles, type Host } from '../confirmation/host.ts';
import type { Words } from '../confirmation/words.ts';
import ownStyles from './card.css?inline';

const css = styles + tokens.replaceAll(':root', '.wrapup') + ownStyles;

/**
 * Puts the confirmation's card into a page of ours.
 * @param onPlace called when its size changes
 * @param onClose called when it has been closed
 */
export function showCard(words: Words, onPlace: () => void, onClose: () => void): Host {
  const host = element('div');
  const shadow = host.attachShadow({ mode: 'open' });
  addStyles(shadow, css);
  const card = element('div', {
    class: 'wrapup',
    dir: words.rightToLeft ? 'rtl' : 'ltr',
    lang: words.language,
  });
  shadow.append(card);
  document.body.append(host);
  return {
    element: host,
    shadow,
    card,
    place: onPlace,
    remove() {
      host.remove();
      onClose();
    },
  };
}
