import { cpus, loadavg } from 'node:os';
import type { Growth, Timings } from './measure.ts';

export interface Results {
  date: string;
  machine: string;
  browser: string;
  pages: { count: number; megabytes: number; source: string };
  throughput: Record<string, Timings>;
  growth: Record<string, Record<string, Growth>>;
  /** Load of the machine, which others may have used at the time. */
  load: number;
}

export const machine = (): string => `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;

const fixed = (value: number | null, digits = 1): string => value?.toFixed(digits) ?? '–';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Returns the results in the form of the README beside this file. */
export function report(results: Results): string {
  const base = results.throughput[turndown]?.megabytesPerSecond ?? 1;
  const speeds = Object.entries(results.throughput)
    .sort(([, a], [, b]) => b.megabytesPerSecond - a.megabytesPerSecond)
    .map(([name, each]) => [
      name,
      fixed(each.megabytesPerSecond),
      `${fixed(each.megabytesPerSecond / base, 2)} ×`,
      `${fixed(each.p50Ms, 2)} / ${fixed(each.p95Ms, 1)} / ${fixed(each.maxMs)}`,
      String(each.failures),
    ]);
  const names = Object.keys(Object.values(results.growth)[0] ?? {});
  const shapes = Object.entries(results.growth).map(([shape, byName]) => [
    shape,
    ...names.map((name) => {
      const each = byName[name];
      if (!each) return '–';
      if (each.exponent === null) return each.error ? `fails (${each.error.slice(0, 30)})` : '–';
      return `${fixed(each.exponent, 2)} (${fixed(each.ms[3] ?? 0)} ms)`;
    }),
  ]);
  return `# Speed of clipping

Made by \`npm run bench\` on ${results.date}, on ${results.machine}, in ${results.browser}: everything in one
run, in one page, with a load of ${fixed(results.load)} (above the number of processors, others used the machine, too).
Ratios mean something, absolute times don't travel. The same as data: \`results.json\`.

| | measured | wanted |
| --- | --- | --- |
${summary(results)}

## Conversion

${results.pages.count} pages, ${fixed(results.pages.megabytes)} MB (${results.pages.source}); the best of each page's rounds. The input is a
parsed DOM; defuddle, node-html-markdown and mdream take HTML and parse it themselves. \`npm run bench -- --pages
<folder>\` converts other pages, \`--quick\` leaves most peers out.

${table(['converter', 'MB/s', 'against Turndown', 'p50 / p95 / max ms a page', 'failures'], speeds)}

## Growth

Exponent of the time between ×1 and ×8 of a shape (1 = linear), and the time at ×8. A converter that takes
longer than a second is not asked for more.

${table(['shape', ...names], shapes)}
`;
}

const turndown = 'Turndown 7.2.5';

/** Compares the results with what issue 8 requires. */
function summary({ growth, throughput }: Results): string {
  const speed = (name: string) => throughput[name]?.megabytesPerSecond ?? Number.NaN;
  const special = growth['special characters'] ?? {};
  const [ours, theirs] = [special.Wrapup, special[turndown]];
  const slower = (ours?.ms[0] ?? Number.NaN) / (theirs?.ms[0] ?? Number.NaN);
  const rows = [
    [
      'the converter alone',
      `${fixed(speed('Wrapup') / speed(turndown), 2)} × bare Turndown`,
      '≥ 3 ×',
    ],
    [
      '128 kB of special characters',
      `${fixed(slower, 2)} × the time of Turndown, exponent ${fixed(ours?.exponent ?? null, 2)}`,
      '≤ 1.5 ×, linear',
    ],
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export const load = (): number => loadavg()[0] ?? 0;
