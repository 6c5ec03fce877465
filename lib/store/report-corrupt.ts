import { noteProblem } from '../core/base/problem.ts';

/** Called for a record that can't be read; the list is shown without it. */
export type ReportCorrupt = (table: string, id: unknown, problem: string) => void;

export const reportToConsole: ReportCorrupt = (table, id, problem) => {
  noteProblem(`store.${table}`, { code: 'record-broken' });
  console.error(`Wrapup: a record of ${table} cannot be read and is left out`, id, problem);
};
