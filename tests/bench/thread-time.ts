import type { Page } from 'puppeteer-core';

/** Processor time of a page's main thread, in ms: what else the machine does meanwhile is not in it. */
export interface ThreadTime {
  /** From the start of the navigation to the mark. */
  toMark: number;
  /** The longest single task, of all that was traced. */
  longest: number;
}

/** One event of a trace, in microseconds; `tts` and `tdur` are the thread's own time. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tts?: number;
  tdur?: number;
}

const categories = ['toplevel', 'blink.user_timing'];

/**
 * Traces what a page does.
 * @param run goes to another page, and resolves some time after that has set the mark
 */
export async function traceThread(
  page: Page,
  markName: string,
  run: () => Promise<void>,
): Promise<ThreadTime> {
  await page.tracing.start({ categories });
  await run();
  const trace = new TextDecoder().decode(await page.tracing.stop());
  const events: TraceEvent[] = JSON.parse(trace).traceEvents;
  const mark = events.findLast(({ name }) => name === markName);
  const begun = events.findLast(
    ({ name, pid, ts }) => name === 'navigationStart' && pid === mark?.pid && ts <= (mark?.ts ?? 0),
  );
  if (!mark || !begun) throw new Error(`The trace has no ${mark ? 'navigation' : markName}`);
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts, dur = 0 }) =>
      ph === 'X' &&
      name === 'ThreadControllerImpl::RunTask' &&
      pid === mark.pid &&
      tid === mark.tid &&
      ts + dur > begun.ts,
  );
  const toMark = tasks.map(({ ts, dur = 0, tts = 0, tdur = 0 }) => {
    if (ts > mark.ts) return 0;
    return ts + dur <= mark.ts ? tdur : (mark.tts ?? tts) - tts;
  });
  return {
    toMark: toMark.reduce((sum, each) => sum + each, 0) / 1_000,
    longest: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000,
  };
}
