/** Runs in the page. */
import { median, quantile } from './quantile.ts';

export interface Input {
  html: string;
  fragment: DocumentFragment;
}

export type Converter = (input: Input) => string | Promise<string>;

export interface Timings {
  /** From the best round of each page, because other work on the machine only adds time. */
  megabytesPerSecond: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
  failures: number;
}

export function parsed(html: string): Input {
  const template = document.createElement('template');
  template.innerHTML = html;
  return { html, fragment: template.content };
}

/** Returns the time in ms until the result is there. */
export async function timed(convert: () => ReturnType<Converter>): Promise<number> {
  const start = performance.now();
  const result = convert();
  if (typeof result !== 'string') await result;
  return performance.now() - start;
}

const limitMs = 10_000;

/** Converts all pages in each round; a page's time is its best. */
export async function measure(
  convert: Converter,
  pages: readonly Input[],
  rounds: number,
): Promise<Timings> {
  const times: number[][] = pages.map(() => []);
  let failures = 0;
  const start = performance.now();
  for (let round = -1; round < rounds; round++) {
    // Slow converters get fewer rounds, but at least one.
    if (round > 0 && performance.now() - start > limitMs) break;
    failures = 0;
    for (const [index, page] of pages.entries()) {
      let ms = 0;
      try {
        // Parsing is not counted, unless the converter does it itself.
        ms = await timed(() => convert(page));
      } catch {
        // The failure is counted, and no time is recorded.
        failures++;
      }
      // The first round warms up.
      if (round >= 0) times[index]?.push(ms);
    }
  }
  const bytes = pages.reduce((sum, page) => sum + page.html.length, 0);
  const best = times.map((all) => Math.min(...all));
  const total = best.reduce((sum, each) => sum + each, 0);
  return {
    megabytesPerSecond: bytes / 1e6 / (total / 1000),
    p50Ms: median(best),
    p95Ms: quantile(best, 0.95),
    maxMs: Math.max(...best),
    failures,
  };
}

export interface Growth {
  /** ms at each size; null if the converter failed. */
  ms: (number | null)[];
  /** Exponent of the power law between the smallest and the largest size; null if either failed. */
  exponent: number | null;
  error?: string;
}

/** Time at ×1, ×2, ×4 and ×8 of one shape. */
export async function growth(
  convert: Converter,
  build: (size: number) => Input,
  size: number,
  limitMs: number,
): Promise<Growth> {
  const factors = [1, 2, 4, 8];
  const ms: (number | null)[] = [];
  let error: string | undefined;
  for (const factor of factors) {
    if (error) {
      ms.push(null);
      continue;
    }
    const input = build(size * factor);
    const times: number[] = [];
    try {
      // It takes the best of several runs, because noise only adds time.
      for (let run = 0; run < 5; run++) {
        times.push(await timed(() => convert(input)));
        if (times.reduce((sum, each) => sum + each, 0) > limitMs) break;
      }
      ms.push(Math.min(...times));
      if (Math.min(...times) > limitMs) error = 'too slow';
    } catch (thrown) {
      error = String(thrown).slice(0, 80);
      ms.push(null);
    }
  }
  const [first] = ms;
  const last = ms[3];
  const exponent = first && last ? Math.log2(last / first) / 3 : null;
  return { ms, exponent, ...(error ? { error } : {}) };
}
