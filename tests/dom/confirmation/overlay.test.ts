import '../components/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepToItself } from '../../../entrypoints/confirmation/keys.ts';
import { Overlay } from '../../../entrypoints/confirmation/overlay.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserverEntry', class {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('gives the keyboard back to a field that was chosen just before the page took the overlay away', () => {
  const content = document.createElement('div');
  content.className = 'wrapup';
  const field = content.appendChild(document.createElement('textarea'));
  const overlay = Overlay.show(document, 'confirmation', '', content);
  if (!overlay) throw new Error('No overlay');
  // As in the card, typing does not propagate beyond the window.
  overlay.listen((signal) => keepToItself(overlay.element, {}, signal));
  field.focus();
  overlay.element.remove();
  vi.advanceTimersByTime(100);
  expect(overlay.element.isConnected).toBe(true);
  expect(overlay.activeElement).toBe(field);
  overlay.remove();
});
