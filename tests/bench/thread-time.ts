import type { Page } from 'puppeteer-core';

/** Processor time of a page's main thread, in ms, without other work on the machine. */
export interface ThreadTime {
  /** From one mark to the other. */
  between: number;
  /** The longest single task after the first mark, in the whole trace. */
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
 * Traces what a page does between two of its marks.
 * @param from `navigationStart`, or a mark set by the page
 * @param run resolves some time after the page has set the second mark
 */
export async function traceThread<T>(
  page: Page,
  from: string,
  to: string,
  run: () => Promise<T>,
): Promise<ThreadTime & { value: T }> {
  await page.tracing.start({ categories });
  const value = await run();
  const trace = new TextDecoder().decode(await page.tracing.stop());
  const events: TraceEvent[] = JSON.parse(trace).traceEvents;
  const end = events.findLast(({ name }) => name === to);
  const begun = events.findLast(
    ({ name, pid, ts }) => name === from && pid === end?.pid && ts <= (end?.ts ?? 0),
  );
  if (!begun || !end) throw new Error(`The trace has no ${end ? from : to}`);
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts, dur = 0 }) =>
      ph === 'X' &&
      name === 'ThreadControllerImpl::RunTask' &&
      pid === end.pid &&
      tid === end.tid &&
      ts + dur > begun.ts,
  );
  const clock = (mark: TraceEvent, { ts, dur = 0, tts = 0, tdur = 0 }: TraceEvent) => {
    if (mark.ts <= ts) return tts;
    return mark.ts >= ts + dur ? tts + tdur : (mark.tts ?? tts);
  };
  const sum = tasks.reduce((all, task) => all + clock(end, task) - clock(begun, task), 0);
  return {
    value,
    between: sum / 1_000,
    longest: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000,
  };
}
