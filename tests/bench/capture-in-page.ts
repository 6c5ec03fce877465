/** Runs in the page: a selection's whole way, from the page's nodes to the data to store. */
import { captureSelection } from '../../lib/page/capture-selection.ts';
import { timed } from './measure.ts';

const ways = {
  /**
   * Measures what the browser itself takes to copy the selection, to write it as HTML and to read
   * its text.
   */
  floor(): string {
    const range = getSelection()?.getRangeAt(0);
    if (!range) throw new Error('Nothing is selected');
    const holder = document.createElement('div');
    holder.append(range.cloneContents());
    return holder.innerHTML + range.toString();
  },
  capture(): string {
    const { selection, error } = captureSelection(document, { top: true });
    if (!selection) throw new Error(`Nothing to measure: ${error}`);
    return selection.markdown;
  },
  /** The cost of an empty call. */
  nothing: () => '',
};

export type CaptureWay = keyof typeof ways;

/**
 * Shows a page, and selects all of it. It has an address: without one, its relative links lead
 * nowhere, and are left out.
 */
export function showSelected(html: string): void {
  document.head.appendChild(document.createElement('base')).href = 'https://tides.example/wiki/';
  document.body.innerHTML = html;
  getSelection()?.selectAllChildren(document.body);
  // It is laid out first, like any selection of a reader.
  document.body.getBoundingClientRect();
}

/** Returns how long one way takes by the clock, ms. */
export const timeOf = (way: CaptureWay): Promise<number> => timed(ways[way]);
