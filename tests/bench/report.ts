import { cpus } from 'node:os';
import type { CaptureTimes } from './capture.ts';
import type { Growth, Timings } from './measure.ts';

export interface Results {
  date: string;
  machine: string;
  browser: string;
  pages: { count: number; megabytes: number; source: string };
  throughput: Record<string, Timings>;
  growth: Record<string, Record<string, Growth>>;
  /** Of a large page, all of it selected. */
  capture: CaptureTimes;
}

export const machine = (): string => `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;

const fixed = (value: number | null, digits = 1): string => value?.toFixed(digits) ?? '–';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The results as the README beside this file. */
export function report(results: Results): string {
  const base = results.throughput['Turndown 7.2.5']?.megabytesPerSecond ?? 1;
  const speeds = Object.entries(results.throughput)
    .sort(([, a], [, b]) => b.megabytesPerSecond - a.megabytesPerSecond)
    .map(([name, each]) => [
      name,
      fixed(each.megabytesPerSecond),
      `${fixed(each.megabytesPerSecond / base, 2)} ×`,
      `${fixed(each.p50Ms, 2)} / ${fixed(each.p95Ms, 1)} / ${fixed(each.maxMs)}`,
      String(each.failures),
    ]);
  const names = Object.keys(results.throughput);
  const shapes = Object.entries(results.growth).map(([shape, byName]) => [
    shape,
    ...names.map((name) => {
      const each = byName[name];
      if (!each) return '–';
      if (each.exponent === null) return each.error ? `fails (${each.error.slice(0, 30)})` : '–';
      return `${fixed(each.exponent, 2)} (${fixed(each.ms[3] ?? 0)} ms)`;
    }),
  ]);
  return `# Speed of conversion

Made by \`npm run bench\` on ${results.date}, on ${results.machine}, in ${results.browser}: everything in one
run, in one page. Ratios mean something, absolute times don't travel. The same as data: \`results.json\`.

${results.pages.count} pages, ${fixed(results.pages.megabytes)} MB (${results.pages.source}); medians of the rounds. The input is a
parsed DOM; node-html-markdown and mdream take HTML and parse it themselves. \`npm run bench -- --pages
<folder>\` converts other pages, \`--quick\` leaves the peers out.

${table(['converter', 'MB/s', 'against Turndown', 'p50 / p95 / max ms a page', 'failures'], speeds)}

## Growth

Exponent of the time between ×1 and ×8 of a shape (1 = linear), and the time at ×8. A converter that takes
longer than three seconds is not asked for more.

${table(['shape', ...names], shapes)}

## A large selection

${fixed(results.capture.megabytes)} MB of page, all of it selected: finding and copying what is shown, cleaning it, its words, place and
Markdown take ${fixed(results.capture.p50Ms, 0)} / ${fixed(results.capture.p95Ms, 0)} ms (p50 / p95).
`;
}
