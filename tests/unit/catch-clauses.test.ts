import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catchClauses } from '../support/catch-clauses.ts';
import { filesIn, root } from '../support/source-files.ts';

describe('the reader of catch clauses', () => {
  test.each([
    ['try { a(); } catch { return 1; }', false],
    ['try { a(); } catch (thrown) { return 1; }', false],
    ['try { a(); } catch (thrown) { note(thrown); }', true],
    ['try { a(); } catch { // The page has none.\n return 1; }', true],
    ['await a().catch(() => undefined);', false],
    ['await a().catch((cause: unknown) => undefined);', false],
    ['await a().catch((cause: unknown) => note(cause));', true],
    ['await a().catch(report);', true],
    ['// Best effort: errors are ignored.\nawait a().catch(() => undefined);', true],
    ['// Of the line before.\nb();\nawait a().catch(() => undefined);', false],
    ['// Best effort: errors are ignored.\nawait a()\n  .catch(() => undefined);', true],
  ])('%s', (source, isAccounted) => {
    expect(catchClauses(source).map((clause) => clause.isAccounted)).toEqual([isAccounted]);
  });
});

test('no error vanishes: each is used, or a comment says why it is not reported', () => {
  const silent = filesIn('lib', 'components', 'entrypoints')
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) =>
      catchClauses(readFileSync(join(root, path), 'utf8'))
        .filter(({ isAccounted }) => !isAccounted)
        .map(({ line }) => `${path}:${line}`),
    );
  expect(
    silent,
    'Note it for the diagnostics (`noteProblem`), give it on, or say in a comment why silence is right',
  ).toEqual([]);
});
