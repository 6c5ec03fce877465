import '../components/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prepareHost, showHost } from '../../../entrypoints/confirmation/host.ts';

const attachShadow = vi.spyOn(Element.prototype, 'attachShadow');

beforeEach(() => {
  vi.stubGlobal('IntersectionObserverEntry', class {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  attachShadow.mockClear();
});

const show = () => showHost(document, false, 'en');

test('a card is made ready without anything in the page, and shows what was made', () => {
  const before = document.documentElement.outerHTML;
  prepareHost();
  prepareHost();
  expect(document.documentElement.outerHTML).toBe(before);
  const host = show();
  expect(attachShadow).toHaveBeenCalledTimes(1);
  expect(host?.overlay.element.isConnected).toBe(true);
  host?.overlay.remove();
});

test('what was made ready is for one card: the page has seen it', () => {
  prepareHost();
  const first = show();
  first?.overlay.remove();
  const second = show();
  expect(second?.overlay.element).not.toBe(first?.overlay.element);
  second?.overlay.remove();
});
