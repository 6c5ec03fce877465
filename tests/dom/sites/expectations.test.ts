import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sitesFor } from '../../../lib/sites/find-site.ts';
import { filesIn, read, root } from '../../support/source-files.ts';
import { capture, fixtures, readFixture, show } from './fixture.ts';

const folder = 'tests/fixtures/sites';
const expectationOf = (path: string) => `${folder}/${path.replace(/\.html$/, '.json')}`;
const isStated = (path: string) => existsSync(join(root, expectationOf(path)));

/**
 * What a page of a site should give, written by hand: parts of a capture's `page`, and of its
 * subject.
 */
interface Expectation {
  page?: object;
  person?: object;
  event?: object;
}

const tests = filesIn('tests/dom/sites')
  .filter((path) => path.endsWith('.test.ts'))
  .map(read)
  .join('\n');

test('every site that has a page.ts has a fixture in a folder of its name', () => {
  const sites = filesIn('lib/sites')
    .filter((path) => path.endsWith('/page.ts'))
    .map((path) => path.split('/')[2] ?? '');
  const without = sites.filter((site) => !fixtures.some((path) => path.startsWith(`${site}/`)));
  const todo = without.map(
    (site) =>
      `lib/sites/${site}/page.ts has no fixture. Write a page with the structure of a real one, and words of your own, as ${folder}/${site}/NAME.html: its first line is <!-- url: https://… -->, and [[ and ]] mark what is selected.`,
  );
  expect(todo, todo.join('\n')).toEqual([]);
});

test('every fixture has an expectation', () => {
  const todo = fixtures
    .filter((path) => !isStated(path) && !tests.includes(`'${path}'`))
    .map(
      (path) =>
        `${folder}/${path} has no expectation. Write what the page says, by hand, as ${expectationOf(path)}: {"page": {"cleanTitle": …, "author": …, "published": …, "canonicalUrl": …, "place": {…}}}, and "person" or "event" where the page is about one.`,
    );
  expect(todo, todo.join('\n')).toEqual([]);
});

test('every fixture is of a page that an adapter reads', () => {
  const todo = fixtures
    .filter((path) => !path.startsWith('no-site/'))
    .filter((path) => sitesFor(new URL(readFixture(path).url)).length === 0)
    .map((path) => `${folder}/${path} is at an address that no site in lib/sites says is its own.`);
  expect(todo, todo.join('\n')).toEqual([]);
});

describe('a page says what is written beside it', () => {
  test.each(fixtures.filter(isStated))('%s', (path) => {
    const wanted: Expectation = JSON.parse(readFileSync(join(root, expectationOf(path)), 'utf8'));
    expect(Object.keys(wanted)).not.toEqual([]);
    show(path);
    if (wanted.page) expect(capture('clip').page).toMatchObject(wanted.page);
    if (wanted.person) expect(capture('person').person).toMatchObject(wanted.person);
    if (wanted.event) expect(capture('event').events?.[0]).toMatchObject(wanted.event);
  });
});
