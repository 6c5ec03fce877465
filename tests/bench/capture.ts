/** Runs in the page: a selection's whole way, from the page's nodes to what is sent to be stored. */
import { readSelection } from '../../lib/page/capture-selection.ts';
import { type Timings, timed } from './measure.ts';
import { quantile } from './quantile.ts';

export type CaptureTimes = Pick<Timings, 'p50Ms' | 'p95Ms'> & {
  /** Of the page's HTML. */
  megabytes: number;
};

/** Times of capturing the whole page, when all of it is selected. */
export async function measureCapture(html: string, rounds: number): Promise<CaptureTimes> {
  document.body.innerHTML = html;
  const range = document.createRange();
  range.selectNodeContents(document.body);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  const capture = (): string => {
    const read = readSelection(document);
    if (read.outcome !== 'selected') throw new Error(`Nothing to measure: ${read.outcome}`);
    return read.selection.markdown;
  };
  const times: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const ms = await timed(capture);
    // The first round warms up.
    if (round >= 0) times.push(ms);
  }
  document.body.replaceChildren();
  return {
    megabytes: html.length / 1e6,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
  };
}
