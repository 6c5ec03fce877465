import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/base/errors.ts';
import { noteProblem, problemLimits, withProblems } from '../../../../lib/core/base/problem.ts';
import {
  keptProblems,
  type LoggedProblem,
  logProblem,
  ProblemSchema,
  parseProblems,
  renderDiagnostics,
} from '../../../../lib/core/base/problem-log.ts';

const noted = (thrown: unknown, what = 'page.read') =>
  withProblems(() => {
    noteProblem(what, thrown);
    return {};
  }).problems?.[0];

describe('a problem', () => {
  test('has the name of the error or our code for it, and the place in our file', () => {
    const error = new TypeError('Cannot read “The secret of the page” of undefined');
    error.stack = `TypeError: The secret
      at https://page.example/their.js:1:2
      at read (chrome-extension://abcdefgh/capture-page.js:1:2345)`;
    expect(noted(error)).toEqual({
      what: 'page.read',
      code: 'TypeError',
      place: 'capture-page.js:1:2345',
    });
    expect(noted(failure('storage-full', 'a detail with a page’s words'))).toEqual({
      what: 'page.read',
      code: 'storage-full',
      place: '',
    });
    expect(noted(new DOMException('words', 'SecurityError'))?.code).toBe('SecurityError');
  });

  test.each([
    undefined,
    null,
    'just words of the page',
    7,
    { name: 'https://page.example/secret?token=1 "quoted" words' },
    { code: 'x'.repeat(10_000), stack: 9 },
    { stack: `x-extension://a/${'long'.repeat(100)}.js:1:2` },
  ])('is one whatever was thrown: %o', (thrown) => {
    const problem = noted(thrown, 'what: <b> of "all"\n this'.repeat(9));
    expect(v.safeParse(ProblemSchema, problem).success).toBe(true);
    expect(JSON.stringify(problem)).not.toContain('just words');
  });

  test('of a script in a page comes with its answer, at most so many', () => {
    const many = withProblems(() => {
      for (let n = 0; n < 99; n++) noteProblem('page.read', new Error());
      return { answer: 1 };
    });
    expect(many.answer).toBe(1);
    expect(many.problems).toHaveLength(problemLimits.perAnswer);
    expect(withProblems(() => ({ answer: 2 }))).toEqual({ answer: 2 });
  });
});

describe('the log', () => {
  const problem = { what: 'adapter github/3', code: 'TypeError', place: 'adapter-code.js:1:9' };
  const about = (n: number) => ({
    at: new Date(Date.UTC(2026, 10, 26, 12, 0, n)).toISOString(),
    where: 'background',
    host: 'github.com',
  });

  test('counts what happens again, and has the latest last', () => {
    let log: LoggedProblem[] = [];
    log = logProblem(log, problem, about(1));
    log = logProblem(log, { ...problem, code: 'RangeError' }, about(2));
    log = logProblem(log, problem, about(3));
    expect(log).toMatchObject([
      { code: 'RangeError', times: 1 },
      { code: 'TypeError', times: 2, at: '2026-11-26T12:00:03.000Z' },
    ]);
  });

  test('is bounded, the oldest going first', () => {
    let log: LoggedProblem[] = [];
    for (let n = 0; n < keptProblems + 5; n++) {
      log = logProblem(log, { ...problem, place: `a.js:1:${n}` }, about(n % 60));
    }
    expect(log).toHaveLength(keptProblems);
    expect(log[0]?.place).toBe('a.js:1:5');
  });

  test('is read as far as it can be', () => {
    const log = logProblem([], problem, about(1));
    expect(parseProblems([...log, { nonsense: true }, null])).toEqual(log);
    for (const broken of [undefined, null, 'x', {}]) expect(parseProblems(broken)).toEqual([]);
  });

  test('is shown as it is copied, the latest first', () => {
    let log = logProblem([], problem, about(1));
    log = logProblem(
      log,
      { what: 'clip', code: 'storage-full', place: '' },
      { ...about(2), host: '' },
    );
    log = logProblem(log, problem, about(3));
    const text = renderDiagnostics({
      version: '1.2.3',
      browser: 'Firefox 153.7',
      system: 'linux x86-64',
      language: 'de',
      problems: log,
    });
    expect(text).toBe(`Wrapup 1.2.3
Browser: Firefox 153.7
System: linux x86-64
Language: de
Recent problems (2):
2026-11-26T12:00:03.000Z | background | adapter github/3 | TypeError | adapter-code.js:1:9 | github.com | 2 times
2026-11-26T12:00:02.000Z | background | clip | storage-full
`);
    expect(
      renderDiagnostics({ version: '1', browser: 'b', system: 's', language: 'en', problems: [] }),
    ).toContain('Recent problems: none');
  });
});
