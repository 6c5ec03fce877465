/** Runs in the page: the functions that the bench calls, by name. */
import { type Converter, type Growth, growth, measure, parsed, type Timings } from './measure.ts';
import { converters } from './ours.ts';
import { repeated, shapes } from './shapes.ts';

export { showSelected, timeOf } from './capture-in-page.ts';
export { converters, shapes };

function converterNamed(name: string): Converter {
  const converter = converters[name];
  if (!converter) throw new Error(`No converter ${name}`);
  return converter;
}

export function addConverters(key: string): void {
  const peers = (window as unknown as Record<string, { converters: Record<string, Converter> }>)[
    key
  ];
  Object.assign(converters, peers?.converters);
}

export function measureByName(name: string, pages: string[], rounds: number): Promise<Timings> {
  return measure(converterNamed(name), pages.map(parsed), rounds);
}

export function growthByName(name: string, shape: string, limitMs: number): Promise<Growth> {
  const found = shapes[shape];
  if (!found) throw new Error(`No shape ${shape}`);
  return growth(converterNamed(name), found.build, found.size, limitMs);
}

/** Adds a page, to be measured once, twice, four and eight times in a row. */
export function addPage(html: string): void {
  shapes['one page'] = repeated(html);
}
