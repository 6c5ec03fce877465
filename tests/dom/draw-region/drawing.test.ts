import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Region } from '../../../lib/core/capture/region.ts';
import { byHand } from '../../support/by-hand.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: {}, runtime: {} } }));
const { Drawing } = await import('../../../entrypoints/draw-region/drawing.ts');

// jsdom's window: 1024 × 768.
const view = { width: 1024, height: 768 };
const start: Region = { x: 205, y: 154, width: 614, height: 461 };

let drawing: InstanceType<typeof Drawing>;
afterEach(() => drawing.end());

function draw(admits: () => boolean = () => true) {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const [surface, frame, size] = ['div', 'div', 'p'].map((name) => document.createElement(name));
  if (!surface || !frame || !size) throw new Error('no elements');
  surface.tabIndex = 0;
  surface.append(frame, size);
  shadow.append(surface);
  document.body.append(host);
  const take = vi.fn();
  const overlay = {
    element: host,
    listen: (listen: (signal: AbortSignal) => void) => listen(new AbortController().signal),
    onLost: () => {},
    admits: async (event: Event) => event.isTrusted && admits(),
    remove: () => host.remove(),
  };
  drawing = new Drawing({ overlay, surface, frame, size, again: 'Again' }, take);
  const mouse = (type: string, clientX: number, clientY: number) =>
    byHand(
      surface,
      new MouseEvent(type, { bubbles: true, composed: true, clientX, clientY, cancelable: true }),
    );
  const press = (key: string, keys: KeyboardEventInit = {}) =>
    byHand(
      document.body,
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...keys }),
    );
  return { host, surface, size, take, mouse, press };
}

beforeEach(() => {
  document.body.innerHTML = '<button>Page</button>';
  vi.useFakeTimers();
});

describe('a region is drawn', () => {
  test('with the mouse, and taken when it is let go', async () => {
    const { host, take, mouse } = draw();
    const page = vi.fn();
    for (const type of ['pointerdown', 'pointerup', 'click'])
      document.addEventListener(type, page, { once: true });
    mouse('pointerdown', 100, 50);
    mouse('pointermove', 200, 90);
    mouse('pointerup', 300, 150);
    mouse('click', 300, 150);
    expect(host.isConnected).toBe(true);
    await vi.runAllTimersAsync();
    expect(take).toHaveBeenCalledExactlyOnceWith({ x: 100, y: 50, width: 200, height: 100 }, view);
    expect(host.isConnected).toBe(false);
    expect(page).not.toHaveBeenCalled();
  });

  test('again, after a slip of the mouse', () => {
    const { host, take, mouse, size } = draw();
    mouse('pointerdown', 100, 50);
    mouse('pointerup', 102, 51);
    vi.runAllTimers();
    expect(take).not.toHaveBeenCalled();
    expect(host.isConnected).toBe(true);
    expect(size.textContent).toBe('614 × 461');
  });

  test('with the keyboard: arrows move, with Shift they resize, Enter takes', async () => {
    const { take, press, size } = draw();
    press('ArrowRight');
    press('ArrowUp', { altKey: true });
    press('ArrowLeft', { shiftKey: true });
    expect(size.textContent).toBe('598 × 461');
    press('Enter');
    await vi.runAllTimersAsync();
    expect(take).toHaveBeenCalledExactlyOnceWith({ ...start, x: 221, y: 153, width: 598 }, view);
  });

  test('the page gets none of the keys, and its focus back', () => {
    const button = document.querySelector('button') as HTMLButtonElement;
    button.focus();
    const page = vi.fn();
    document.addEventListener('keydown', page);
    const { host, take, press } = draw();
    expect(press('a')).toBe(false);
    expect(page).not.toHaveBeenCalled();
    press('Escape');
    expect(host.isConnected).toBe(false);
    expect(document.activeElement).toBe(button);
    expect(take).not.toHaveBeenCalled();
    press('a');
    expect(page).toHaveBeenCalledOnce();
  });

  test('by no script of the page: synthetic keys and pointers do not count', async () => {
    const { surface, take, size, host } = draw();
    const init = { bubbles: true, composed: true };
    for (const [type, at] of [
      ['pointerdown', 10],
      ['pointermove', 200],
      ['pointerup', 200],
    ] as const)
      surface.dispatchEvent(new MouseEvent(type, { ...init, clientX: at, clientY: at }));
    for (const key of ['ArrowRight', 'Enter', 'Escape'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, key }));
    await vi.runAllTimersAsync();
    expect(take).not.toHaveBeenCalled();
    expect(size.textContent).toBe('614 × 461');
    expect(host.isConnected).toBe(true);
  });

  test('not while the page covers it, and a message says so', async () => {
    let admitted = false;
    const { take, press, size } = draw(() => admitted);
    press('Enter');
    await vi.runAllTimersAsync();
    expect(take).not.toHaveBeenCalled();
    expect(size.textContent).toBe('Again');
    admitted = true;
    press('Enter');
    await vi.runAllTimersAsync();
    expect(take).toHaveBeenCalledOnce();
  });
});
