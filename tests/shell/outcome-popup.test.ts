import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createOutcomePopup, outcomePort } from '../../lib/browser/outcome-popup.ts';
import { eventually } from '../support/eventually.ts';
import { shell } from '../support/shell-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));

const state = { state: 'clipped', itemId: 'one' };
const other = { state: 'clipped', itemId: 'two' };
const ourOrigin = () => new URL(fakeBrowser.runtime.getURL('/' as never)).origin;

/** A page that connects like the outcome's page does. */
function connect(sender: object = { id: 'wrapup-id', origin: ourOrigin() }, name = outcomePort) {
  const got: unknown[] = [];
  const closing: (() => void)[] = [];
  shell.connected.fire({
    name,
    sender,
    postMessage: (message: unknown) => got.push(message),
    onDisconnect: { addListener: (listener: () => void) => closing.push(listener) },
  });
  const close = () => {
    for (const listener of closing) listener();
  };
  return { got, close };
}

let popup: ReturnType<typeof createOutcomePopup>;
beforeEach(() => {
  shell.reset();
  shell.opens = 'popup';
  shell.tabs.set(7, { url: 'https://a.example/' });
  popup = createOutcomePopup();
});

const asked = (what: unknown) => eventually(() => expect(shell.opened).toContainEqual(what));

describe('an outcome that the page cannot show', () => {
  it('is shown in the popup at the button, once', async () => {
    const shown = popup.show(7, state);
    await asked('popup');
    const page = connect();
    expect(page.got).toEqual([{ tabId: 7, state }]);
    expect(await shown).toBe(true);
    expect(shell.opened).toEqual(['/outcome.html', 'popup', '/popup.html']);
  });

  it('takes the place of the one that is open', async () => {
    const first = popup.show(7, state);
    await asked('popup');
    const page = connect();
    await first;
    expect(await popup.show(7, other)).toBe(true);
    expect(page.got).toEqual([
      { tabId: 7, state },
      { tabId: 7, state: other },
    ]);
    page.close();
    const third = popup.show(7, other);
    await eventually(() => expect(shell.opened.filter((each) => each === 'popup')).toHaveLength(2));
    expect(connect().got).toEqual([{ tabId: 7, state: other }]);
    expect(await third).toBe(true);
  });

  it('is shown in a window by the browser’s own where the popup is refused', async () => {
    shell.opens = 'window';
    const shown = popup.show(7, state);
    await asked(['/outcome.html', 1920 + 1200 - 372 - 24, 10 + 88]);
    expect(connect().got).toEqual([{ tabId: 7, state }]);
    expect(await shown).toBe(true);
    expect(shell.opened).toContain('/popup.html');
  });

  it('is not opened to say what became of a picture, but hears of it where it is open', async () => {
    const picture = { state: 'picture', clipId: 'one', outcome: 'kept' };
    expect(await popup.show(7, picture)).toBe(false);
    expect(shell.opened).toEqual([]);
    const shown = popup.show(7, state);
    await asked('popup');
    const page = connect();
    await shown;
    expect(await popup.show(7, picture)).toBe(true);
    expect(page.got.at(-1)).toEqual({ tabId: 7, state: picture });
  });

  it('is left to our own popup where that is open', async () => {
    shell.opens = 'window';
    shell.popupOpen = true;
    expect(await popup.show(7, state)).toBe(false);
    expect(shell.opened).not.toContain('popup');
    expect(shell.opened).toEqual(['/outcome.html', '/popup.html']);
  });

  it('is shown nowhere where the browser opens neither', async () => {
    shell.opens = 'nothing';
    expect(await popup.show(7, state)).toBe(false);
  });

  it('is shown nowhere where the tab is gone', async () => {
    expect(await popup.show(8, state)).toBe(false);
  });

  it('gives way to one that comes before it is on the screen', async () => {
    const first = popup.show(7, state);
    await asked('popup');
    const second = popup.show(7, other);
    expect(await first).toBe(false);
    expect(connect().got).toEqual([{ tabId: 7, state: other }]);
    expect(await second).toBe(true);
  });

  it.each([
    ['a script of ours in a page', { id: 'wrapup-id', origin: 'https://a.example' }],
    ['another extension', { id: 'other', origin: 'chrome-extension://other' }],
    ['nobody', {}],
  ])('is not told to %s', async (_, sender) => {
    void popup.show(7, state);
    await asked('popup');
    expect(connect(sender).got).toEqual([]);
  });

  it('is not told to a page that connects for something else, nor twice', async () => {
    const shown = popup.show(7, state);
    await asked('popup');
    expect(connect(undefined, 'other').got).toEqual([]);
    connect();
    await shown;
    expect(connect().got).toEqual([null]);
  });
});
