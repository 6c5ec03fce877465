import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isPracticePage } from '../../lib/browser/practice.ts';
import { welcomeOnce } from '../../lib/browser/welcome.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

beforeEach(() => fakeBrowser.reset());

const opened = async () => (await fakeBrowser.tabs.query({})).map(({ url }) => url);

it('the page of the first steps opens once, also where the extension is installed again over its data', async () => {
  const welcome = fakeBrowser.runtime.getURL('/welcome.html' as never);
  await welcomeOnce();
  expect(await opened()).toContain(welcome);
  const { length } = await opened();
  await welcomeOnce();
  expect(await opened()).toHaveLength(length);
});

it('the key is tried on that page alone', () => {
  const page = (path: string) => fakeBrowser.runtime.getURL(path as never);
  expect(isPracticePage(page('/welcome.html#post'))).toBe(true);
  expect(isPracticePage(page('/options.html'))).toBe(false);
  expect(isPracticePage('https://evil.example/welcome.html')).toBe(false);
  expect(isPracticePage(undefined)).toBe(false);
});
