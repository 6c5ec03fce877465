import { capturePage } from '../../lib/page/capture-page.ts';
import { captureSelection } from '../../lib/page/capture-selection.ts';
import { adapters } from '../dom/sites/adapters.ts';

/**
 * With the page's last words selected: returns the milliseconds that each of `rounds` readings of
 * this page takes, and the last result.
 */
export function readPage(rounds: number) {
  const times: number[] = [];
  const words = [...document.querySelectorAll('p, .commtext, .line')].at(-1);
  if (words) getSelection()?.selectAllChildren(words);
  let title = '';
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const { page, events } = capturePage(
      document,
      { want: 'event' },
      { top: true },
      '2026-03-01',
      adapters,
    );
    captureSelection(document, { top: true }, adapters);
    times.push((performance.now() - start) / 2);
    title = [page.cleanTitle, page.author, events?.[0]?.event.name].filter(Boolean).join(' / ');
  }
  return { times, title };
}
