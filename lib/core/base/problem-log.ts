import * as v from 'valibot';
import { type Problem, problemLimits } from './problem.ts';
import { InstantSchema } from './record.ts';

const line = (length: number) => v.pipe(v.string(), v.maxLength(length), v.regex(/^[\w ./:-]*$/));

const problemEntries = {
  what: line(problemLimits.what),
  code: line(problemLimits.code),
  place: line(problemLimits.place),
};

// For unused schemas, a bundle keeps those that spread another schema's fields, unless marked pure.
export const ProblemSchema = v.object(problemEntries);

const LoggedProblemSchema = v.object({
  ...problemEntries,
  /** When it last happened. */
  at: InstantSchema,
  /** The part of Wrapup that recorded it. */
  where: line(20),
  /** Host of the page, or ''; the rest of its address is not kept. */
  host: v.pipe(v.string(), v.maxLength(253)),
  times: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** A problem as it is stored. */
export type LoggedProblem = v.InferOutput<typeof LoggedProblemSchema>;

/** How many are kept; the oldest is dropped first. */
export const keptProblems = 50;

/** Returns the readable stored problems, the latest last. */
export function parseProblems(value: unknown): LoggedProblem[] {
  return (Array.isArray(value) ? value : []).flatMap((each) => {
    const parsed = v.safeParse(LoggedProblemSchema, each);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Adds a problem to the log. One that is there already is counted, and becomes the latest. */
export function logProblem(
  log: readonly LoggedProblem[],
  problem: Problem,
  { at, where, host }: Pick<LoggedProblem, 'at' | 'where' | 'host'>,
): LoggedProblem[] {
  const added = { ...problem, at, where, host: host.slice(0, 253), times: 1 };
  const isSame = (each: LoggedProblem) =>
    (['what', 'code', 'place', 'where', 'host'] as const).every((key) => each[key] === added[key]);
  const before = log.find(isSame);
  const others = log.filter((each) => each !== before);
  return [...others, { ...added, times: (before?.times ?? 0) + 1 }].slice(-keptProblems);
}

/** What "Copy diagnostics" copies. */
export interface Diagnostics {
  version: string;
  /** Name and version. */
  browser: string;
  system: string;
  language: string;
  problems: readonly LoggedProblem[];
}

/**
 * Returns plain text, the latest problem first. It is in English, whatever the interface's
 * language, because it is for bug reports.
 */
export function renderDiagnostics(diagnostics: Diagnostics): string {
  const { version, browser, system, language, problems } = diagnostics;
  const lines = problems.toReversed().map((problem) => {
    const { at, where, what, code, place, host, times } = problem;
    const count = times > 1 ? `${times} times` : '';
    return [at, where, what, code, place, host, count].filter((part) => part !== '').join(' | ');
  });
  return [
    `Wrapup ${version}`,
    `Browser: ${browser}`,
    `System: ${system}`,
    `Language: ${language}`,
    lines.length === 0 ? 'Recent problems: none' : `Recent problems (${lines.length}):`,
    ...lines,
    '',
  ].join('\n');
}
