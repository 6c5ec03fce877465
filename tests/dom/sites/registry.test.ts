import { describe, expect, test } from 'vitest';
import { limits } from '../../../lib/core/base/limits.ts';
import { adapterFor } from '../../../lib/page/adapters/adapter.ts';
import { sitesFor } from '../../../lib/sites/find-site.ts';
import { sites } from '../../../lib/sites/registry/addresses/sites.ts';
import { visit } from '../page/support.ts';
import { adapters } from './adapters.ts';
import {
  adaptersAt,
  capture,
  captureUnselected,
  type Fixture,
  fixtures,
  readFixture,
  show,
} from './fixture.ts';

const wants = ['inspect', 'clip', 'page', 'event', 'person'] as const;

describe('the registry', () => {
  test('has one adapter for each site, and no other', () => {
    expect(adapters.map(({ site }) => site.id).sort()).toEqual(sites.map(({ id }) => id).sort());
    for (const { site, version } of adapters) {
      expect(sites).toContain(site);
      expect(version).toBeGreaterThan(0);
    }
  });

  test('has a fixture for each site, and for each form of its addresses', () => {
    const shown = fixtures.flatMap((path) => sitesFor(new URL(readFixture(path).url)));
    const ids = new Set(shown.map(({ id }) => id));
    const todo = sites
      .filter(({ id }) => !ids.has(id))
      .map(({ id }) => `No page in tests/fixtures/sites is at an address of ${id}: write one.`);
    expect(todo, todo.join('\n')).toEqual([]);
  });

  test.each(fixtures)('finds the adapter in the script that the address asks for: %s', (path) => {
    const { url } = readFixture(path);
    const [site] = sitesFor(new URL(url));
    const found = adapterFor(adaptersAt(url), new URL(url));
    expect(found?.site.id).toBe(site?.id);
    show(path);
    const { adapter } = capture('inspect').page;
    expect(adapter).toBe(found && `${found.site.id}/${found.version}`);
  });
});

const evil = 'javascript:alert(document.cookie)';
const hostileJsonLd = JSON.stringify([
  { '@type': 'Event', name: { '@value': 5 }, startDate: {}, location: [[[]]], organizer: 7 },
  { '@type': 'Person', name: '<img src=x onerror=alert(1)>', jobTitle: [null], worksFor: evil },
  { '@type': 'Event', name: 'x'.repeat(50_000), url: evil, location: { name: evil, url: evil } },
]).replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},');

const clobbering = [
  ...['title', 'URL', 'body', 'documentElement', 'querySelectorAll', 'defaultView', 'baseURI'].map(
    (name) => `<img name="${name}">`,
  ),
  '<form name="closest"><input name="parentNode"><input name="tagName"><input name="closest"></form>',
  '<form class="status comment answer thing" id="LC1"><input name="id"><input name="attributes"><input name="textContent"></form>',
].join('');

/** How a page may try to harm its reader. */
const poisons: Record<string, (page: Fixture) => Partial<Fixture>> = {
  'elements named like properties': ({ body }) => ({ body: clobbering + body }),
  'every link a script': ({ head, body }) => ({
    head: head.replaceAll(/href="[^"]*"/g, `href="${evil}"`),
    body: body.replaceAll(/(href|permalink|data-permalink)="[^"]*"/g, `$1="${evil}"`),
  }),
  'hostile JSON-LD': ({ head, body }) => ({
    head: `<script type="application/ld+json">${hostileJsonLd}</script>${head}`,
    body,
  }),
  'state of a wrong shape': ({ head, body }) => ({
    head: head.replaceAll(/("\w+":)"[^"]*"/g, '$1{"toString":null,"__proto__":5}'),
    body: body.replaceAll(/("\w+":)"[^"]*"/g, '$1[5,null]'),
  }),
  'broken state': ({ head, body }) => ({
    head: head.replaceAll('}</script>', '</script>'),
    body: body.replaceAll('}</script>', '</script>'),
  }),
  'every attribute far too long': ({ head, body }) => ({
    head,
    body: body.replaceAll(
      /(datetime|title|data-author|author|post-title|data-time|data-timezone)="[^"]*"/g,
      `$1="${'9'.repeat(20_000)}"`,
    ),
  }),
  'every text far too long': ({ head, body }) => ({
    head: head.replaceAll('Example', 'Example'.repeat(3_000)),
    body: body.replaceAll(/>([^<[\]]+)</g, `>$1${' x'.repeat(3_000)}<`),
  }),
  'nothing that it should hold': () => ({ head: '', body: '' }),
  'boxes around boxes': ({ body }) => ({
    body: `${'<div class="comment status">'.repeat(400)}${body}`,
  }),
};

/** No text from a page may be a script, and none may be longer than its limit. */
function expectHarmless(value: unknown, path = ''): void {
  // The reader's selection may be long; adapters do not affect it.
  if (path === '.selection') return;
  if (typeof value === 'string') {
    expect(value.length, path).toBeLessThanOrEqual(limits.url);
    if (/url$/i.test(path)) expect(value, path).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) expectHarmless(inner, `${path}.${name}`);
  }
}

describe.each(Object.entries(poisons))('a page with %s', (_name, poison) => {
  test.each(fixtures)('harms nobody: %s', (path) => {
    const page = readFixture(path);
    // `capture` parses the answer with its schema, including limits.
    show(path, poison(page));
    for (const want of wants) {
      const answer = capture(want);
      expect(answer.page.url).toBe(new URL(page.url).href);
      expect(answer.error).toBeUndefined();
      expectHarmless(answer);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test.each(fixtures)('reading leaves the page as it was: %s', (path) => {
  show(path);
  const before = document.documentElement.outerHTML;
  for (const want of wants) capture(want);
  expect(document.documentElement.outerHTML).toBe(before);
});

test.each(fixtures)('an empty page at the address is read by its address: %s', (path) => {
  const { url } = readFixture(path);
  const { page } = captureUnselected(path, { head: '<title>Rings</title>', body: '<p>x</p>' });
  expect(page.url).toBe(new URL(url).href);
  expect(page.cleanTitle).not.toBe('');
});

test('five megabytes of JSON-LD hold nobody up and take nothing away', () => {
  const node = { '@type': 'Offer', name: 'x'.repeat(200), url: 'https://a.example/' };
  const many = JSON.stringify({ '@graph': Array(20_000).fill(node) });
  expect(many.length).toBeGreaterThan(5_000_000);
  const { url, head, body } = readFixture('meetup/event.html');
  visit(url, `${head}<script type="application/ld+json">${many}</script>`, body);
  expect(capture('event').events?.[0]?.event).toMatchObject({
    name: 'Rustling Meetup #12',
    timeZone: 'Europe/Berlin',
  });
});

test('a site nobody wrote an adapter for is read all the same', () => {
  visit(
    'https://blog.tide.example/rings?utm_source=x',
    '<title>Rings · Tidepool</title><meta property="og:site_name" content="Tidepool"><meta name="author" content="Ada Example">',
    '<main><h1>Rings</h1></main>',
  );
  const { page } = capture('clip');
  expect(page).toMatchObject({ cleanTitle: 'Rings', siteName: 'Tidepool', author: 'Ada Example' });
  expect(page.adapter).toBeUndefined();
  expect(page.place).toBeUndefined();
});
