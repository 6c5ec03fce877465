/** Runs in the page: a selection's whole way, from the page's nodes to what is sent to be stored. */
import { captureSelection } from '../../lib/page/capture-selection.ts';
import { timed } from './measure.ts';
import { quantile } from './quantile.ts';

export interface Spread {
  bestMs: number;
  p50Ms: number;
  p95Ms: number;
}

export interface CaptureTimes {
  /** Of the page's HTML. */
  kilobytes: number;
  /** What the browser itself takes to copy the selection, to write it as HTML and to read its text. */
  floor: Spread;
  capture: Spread;
}

function floor(): string {
  const range = getSelection()?.getRangeAt(0);
  if (!range) throw new Error('Nothing is selected');
  const holder = document.createElement('div');
  holder.append(range.cloneContents());
  return holder.innerHTML + range.toString();
}

function capture(): string {
  const { selection, error } = captureSelection(document, { top: true });
  if (!selection) throw new Error(`Nothing to measure: ${error}`);
  return selection.markdown;
}

/** Times of capturing the whole page, when all of it is selected; both take turns. */
export async function measureCapture(html: string, rounds: number): Promise<CaptureTimes> {
  document.body.innerHTML = html;
  getSelection()?.selectAllChildren(document.body);
  const times = { floor: [] as number[], capture: [] as number[] };
  for (let round = -2; round < rounds; round++) {
    const [floorMs, captureMs] = [await timed(floor), await timed(capture)];
    // The first rounds warm up.
    if (round < 0) continue;
    times.floor.push(floorMs);
    times.capture.push(captureMs);
  }
  document.body.replaceChildren();
  const spread = (all: number[]): Spread => ({
    bestMs: Math.min(...all),
    p50Ms: quantile(all, 0.5),
    p95Ms: quantile(all, 0.95),
  });
  return {
    kilobytes: html.length / 1e3,
    floor: spread(times.floor),
    capture: spread(times.capture),
  };
}
