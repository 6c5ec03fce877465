import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { calendarReader } from '../../lib/browser/calendar-reader.ts';

const { runScript } = vi.hoisted(() => ({ runScript: vi.fn() }));
vi.mock('../../lib/page-wire/run-script.ts', () => ({ runScript }));
vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));

const fetched = vi.fn<typeof fetch>();
const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
const url = 'https://meet.example/12.ics';

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('location', new URL('https://meet.example/12'));
  fetched.mockReset().mockResolvedValue(new Response(calendar));
  runScript.mockReset();
  // It runs as in the page.
  runScript.mockImplementation(async ({ func, args }) => [{ result: await func(...args) }]);
});
afterEach(() => vi.unstubAllGlobals());

const read = (address = url) => calendarReader.read(7, address);

it('a calendar comes from the page’s own server', async () => {
  expect(await read()).toEqual({ ok: true, value: calendar });
});

it('another server is not asked', async () => {
  expect(await read('https://other.example/12.ics')).toMatchObject({
    error: { code: 'calendar-unreachable' },
  });
  expect(fetched).not.toHaveBeenCalled();
});

it.each<[string, string, () => void]>([
  [
    'one that is not there',
    'calendar-unreachable',
    () => fetched.mockResolvedValue(new Response(calendar, { status: 404 })),
  ],
  [
    'one that nobody answers for',
    'calendar-unreachable',
    () => fetched.mockRejectedValue(new TypeError('Failed to fetch')),
  ],
  [
    'one that is too long',
    'calendar-unreachable',
    () =>
      fetched.mockResolvedValue(
        new Response(calendar, { headers: { 'content-length': '6000000' } }),
      ),
  ],
  [
    'a page to sign in',
    'calendar-unreadable',
    () => fetched.mockResolvedValue(new Response('<!doctype html><title>Sign in</title>')),
  ],
  ['nothing', 'calendar-unreadable', () => fetched.mockResolvedValue(new Response(''))],
  [
    'a page that may not be read any more',
    'calendar-unreachable',
    () => runScript.mockRejectedValue(new Error('Cannot access contents of the page')),
  ],
])('%s is %s', async (_name, code, prepare) => {
  prepare();
  expect(await read()).toMatchObject({ ok: false, error: { code } });
});
