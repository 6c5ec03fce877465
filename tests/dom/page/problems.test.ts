import { expect, test } from 'vitest';
import { withProblems } from '../../../lib/core/base/problem.ts';
import type { SiteAdapter } from '../../../lib/page/adapters/adapter.ts';
import { capturePage } from '../../../lib/page/capture-page.ts';
import { capturePerson } from '../../../lib/page/capture-person.ts';

const broken = (): never => {
  throw new TypeError('“Words of the page” is not a function');
};
const adapter: SiteAdapter = {
  site: { id: 'changed', hosts: ['localhost'], script: 'adapter-code' },
  version: 3,
  read: broken,
  place: broken,
  event: broken,
  person: broken,
};
const frame = { top: true };
const noted = { what: 'adapter changed/3', code: 'TypeError' };

test('an adapter that throws loses no clip, and is in the answer', () => {
  document.title = 'A page';
  const today = '2026-11-26';
  const answer = withProblems(() =>
    capturePage(document, { want: 'event' }, frame, today, [adapter]),
  );
  expect(answer.page.title).toBe('A page');
  expect(answer.problems).toMatchObject([noted, noted, noted]);
  expect(JSON.stringify(answer.problems)).not.toContain('Words of the page');
  const person = withProblems(() => capturePerson(document, frame, [adapter]));
  expect(person.problems).toMatchObject([noted, noted, noted]);
});
