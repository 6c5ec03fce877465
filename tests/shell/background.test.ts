import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background/index.ts';
import { rememberOffer } from '../../lib/browser/offered-clips.ts';
import { readProblems } from '../../lib/browser/problem-log.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { eventually } from '../support/eventually.ts';
import { pageInfo, quote, uuid } from '../support/records.ts';
import { shell } from '../support/shell-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));

const db = openDatabase();
const stores = createStores(db);
const page = pageInfo();
const frame = { top: true, focused: true };
const selection = {
  text: 'Every append lands in a ring.',
  markdown: 'Every append lands in a *ring*.',
  html: '',
  selectors: [],
  heading: '',
  headingId: '',
};
const capture = {
  frame,
  page,
  hasSelection: true,
  selectionPreview: 'Every append',
  hasEvent: false,
  selection,
};
const tab = { id: 7, url: page.url, title: page.title };

beforeEach(async () => {
  shell.reset();
  for (const table of db.tables) await table.clear();
  shell.tabs.set(7, tab);
  shell.page = { captures: [capture] };
  background.main();
});
afterEach(() => vi.useRealTimers());

const items = async (): Promise<Item[]> => {
  const active = await stores.settings.activeWrapUpId();
  return active === undefined ? [] : stores.items.list(active);
};
const badge = () => fakeBrowser.action.getBadgeText({});
const pressed = () => shell.commanded.fire('clip-here', tab);

/** Sends like a browser does: the answer comes through `sendResponse`. */
const send = (name: string, payload: object, sender: object) =>
  new Promise<unknown>((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(
      { wrapup: 1, name, payload },
      sender as never,
      resolve,
    );
  });
const origin = () => new URL(fakeBrowser.runtime.getURL('/' as never)).origin;
const popup = () => ({ id: 'wrapup-id', origin: origin() });
const script = (tabId: number) => ({
  id: 'wrapup-id',
  origin: 'https://docs.tidepool.example',
  tab: { id: tabId },
  frameId: 0,
});

describe('the shortcut', () => {
  it('clips the selection, confirms it in the page and counts the badge up', async () => {
    pressed();
    await eventually(async () => expect(await badge()).toBe('1'));
    expect(await items()).toMatchObject([{ kind: 'quote', text: selection.text }]);
    await eventually(() => expect(shell.confirmations).toMatchObject([{ state: 'clipped' }]));
    // First reading, then the card's script, in parallel with storing, and finally what it shows.
    const reading = ['func', '/capture-selection.js'];
    expect(shell.injected).toEqual([...reading, 'func', '/confirmation.js', 'func']);
  });

  it('of somebody else is none of ours', async () => {
    shell.commanded.fire('other', tab);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(shell.injected).toEqual([]);
  });

  it('waits for activeTab to arrive', async () => {
    shell.page = {
      captures: [capture],
      error:
        'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
      failures: 3,
    };
    pressed();
    await eventually(async () => expect(await items()).toHaveLength(1));
  });

  it('on a page that cannot be clipped says so on the badge and for the popup', async () => {
    shell.tabs.set(7, { url: 'chrome://settings/' });
    shell.page = { error: 'Cannot access a chrome:// URL' };
    pressed();
    await eventually(async () => expect(await badge()).toBe('!'));
    expect(await fakeBrowser.action.getTitle({})).toBe('error_page_not_clippable');
    expect(shell.session.get('failure:last')).toMatchObject({ code: 'page-not-clippable' });
    expect(await items()).toEqual([]);
  });

  it('on a page that shows no confirmation opens the popup with it, which may change the clip', async () => {
    shell.page = { captures: [capture], confirms: false };
    shell.opens = 'popup';
    pressed();
    await eventually(() => expect(shell.opened).toContain('popup'));
    const sent: unknown[] = [];
    shell.connected.fire({
      name: 'outcome',
      sender: popup(),
      postMessage: (message: unknown) => sent.push(message),
      onDisconnect: { addListener: () => undefined },
    });
    const [{ id: itemId = '' } = {}] = await items();
    expect(sent).toMatchObject([{ tabId: 7, state: { state: 'clipped', itemId } }]);
    const over = { editId: uuid(30), fieldId: uuid(31), turn: 0, base: '', sent: [] };
    await send('clip.annotate', { itemId, note: 'Why it matters', over }, popup());
    expect(await items()).toMatchObject([{ note: 'Why it matters' }]);
    await send('clip.undo', { itemId }, popup());
    expect(await items()).toEqual([]);
  });

  it.each([
    ['https://gone.example/', 'Frame with ID 0 is showing error page', 'page-not-loaded'],
    [
      'about:blank',
      'Cannot access contents of the page. Extension manifest must …',
      'page-not-clippable',
    ],
    ['https://a.example/', 'Something new', 'capture-failed'],
  ])('on %s (%s) fails with %s', async (url, error, code) => {
    shell.tabs.set(7, code === 'capture-failed' ? {} : { url });
    shell.page = { error };
    pressed();
    await eventually(() => expect(shell.session.get('failure:last')).toMatchObject({ code }));
  });
});

describe('the context menu', () => {
  const clicked = (menuItemId: string, info: object = {}) =>
    shell.menuClicked.fire({ menuItemId, pageUrl: page.url, ...info }, tab);

  it('is there after the installation, also when it was there before', async () => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
    await eventually(() => expect(shell.menus).toHaveBeenCalledTimes(10));
    const entries = shell.menus.mock.calls.map(([entry]) => [entry.id, entry.contexts]);
    expect(entries).toEqual([
      ['clip-selection', ['selection']],
      ['clip-link', ['link']],
      ['clip-picture', ['image']],
      ['clip-page', ['page', 'frame']],
      ['clip-moment', ['video', 'audio', 'page']],
      ['clip-screenshot', ['video']],
      ['clip-speaker', ['page']],
      ['open-panel', ['page', 'video', 'audio']],
      ['open-desk', ['action']],
      ['clip-region', ['page']],
    ]);
  });

  it('opens the panel at once, as a gesture wants it', () => {
    shell.menuClicked.fire(
      { menuItemId: 'open-panel', pageUrl: page.url },
      { ...tab, windowId: 3 },
    );
    expect(shell.panels).toEqual([{ windowId: 3 }]);
    shell.commanded.fire('open-panel', { ...tab, windowId: 4 });
    expect(shell.panels).toEqual([{ windowId: 3 }, { windowId: 4 }]);
  });

  it('opens the desk, which finds out itself what to show', () => {
    clicked('open-desk');
    shell.commanded.fire('open-desk', tab);
    expect(shell.opened).toEqual(['/desk.html', '/desk.html']);
  });

  it('clips a link', async () => {
    shell.page = { captures: [{ ...capture, linkText: 'The other site' }] };
    clicked('clip-link', { linkUrl: 'https://other.example/?utm_source=x' });
    await eventually(async () =>
      expect(await items()).toMatchObject([
        { kind: 'link', title: 'The other site', url: 'https://other.example/' },
      ]),
    );
  });

  it('clips the person whose page it is as a speaker', async () => {
    const person = {
      name: 'Ada Example',
      url: 'https://ada.example/',
      role: 'Architect',
      affiliation: { name: 'Tidepool', url: '' },
    };
    shell.page = { captures: [{ ...capture, person }] };
    clicked('clip-speaker');
    await eventually(() => expect(shell.confirmations).toMatchObject([{ state: 'speaker' }]));
    const id = (await stores.settings.activeWrapUpId()) ?? '';
    expect((await stores.wrapUps.get(id))?.speakers).toMatchObject([person]);
    expect(shell.injected[1]).toBe('/capture-person.js');
  });

  it('clips a PDF’s selection where no script runs', async () => {
    shell.page = { error: 'Missing host permission for the tab' };
    shell.tabs.set(7, { url: 'https://papers.example/ring.pdf', title: 'Rings' });
    shell.menuClicked.fire(
      {
        menuItemId: 'clip-selection',
        pageUrl: 'https://papers.example/ring.pdf',
        selectionText: 'Rings all\nthe way',
      },
      { ...tab, title: 'Rings' },
    );
    await eventually(async () =>
      expect(await items()).toMatchObject([
        { kind: 'quote', text: 'Rings all the way', source: { title: 'Rings' } },
      ]),
    );
  });

  it('takes no entry of another name', async () => {
    clicked('constructor');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(shell.injected).toEqual([]);
  });
});

describe('the popup', () => {
  it('clips, and learns whether it was clipped before', async () => {
    const clip = (n: number) =>
      send('clip.capture', { requestId: uuid(n), tabId: 7, what: 'selection' }, popup());
    expect(await clip(1)).toEqual({ ok: true, value: { itemId: uuid(1), outcome: 'clipped' } });
    expect(await clip(1)).toEqual({ ok: true, value: { itemId: uuid(1), outcome: 'clipped' } });
    expect(await clip(2)).toMatchObject({ value: { outcome: 'clipped-before' } });
    expect(await items()).toHaveLength(1);
  });

  it('learns what could be clipped', async () => {
    expect(await send('page.inspect', { tabId: 7 }, popup())).toEqual({
      ok: true,
      value: {
        page,
        hasSelection: true,
        selectionPreview: 'Every append',
        hasEvent: false,
        hasCalendar: false,
        hasPerson: false,
        recording: null,
        embedUrl: '',
      },
    });
    shell.page = { error: 'Cannot access a chrome:// URL' };
    expect(await send('page.inspect', { tabId: 7 }, popup())).toMatchObject({
      error: { code: 'page-not-clippable' },
    });
  });

  it.each([
    'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
    'Missing host permission for the tab',
  ])('learns that a page was not opened to it: %s', async (error) => {
    shell.page = { error };
    shell.tabs.set(7, {});
    expect(await send('page.inspect', { tabId: 7 }, popup())).toMatchObject({
      error: { code: 'page-not-granted' },
    });
  });

  it('reads the event of a page, or learns that there is none', async () => {
    expect(await send('event.read', { tabId: 7 }, popup())).toMatchObject({
      error: { code: 'event-not-found' },
    });
    const nobody = { name: '', url: '' };
    const event = {
      event: { name: 'Rustling #12', url: '', startsAt: '', timeZone: '' },
      venue: nobody,
      organiser: nobody,
      performers: [],
    };
    shell.page = { captures: [{ ...capture, hasEvent: true, events: [event] }] };
    expect(await send('event.read', { tabId: 7 }, popup())).toEqual({
      ok: true,
      value: { pageUrl: page.canonicalUrl, events: [event] },
    });
  });
});

it('notes what went wrong in a page by its host, and an answer that is none', async () => {
  const problem = { what: 'adapter changed/3', code: 'TypeError', place: 'adapter-code.js:1:9' };
  const page = { ...capture.page, url: 'https://sub.changed.example/private?token=secret' };
  shell.page = { captures: [{ ...capture, page, problems: [problem] }] };
  pressed();
  await eventually(() => expect(shell.confirmations).toHaveLength(1));
  shell.page = { captures: [{ nonsense: true }] };
  pressed();
  await eventually(async () => expect(await readProblems()).toHaveLength(2));
  expect(await readProblems()).toMatchObject([
    { ...problem, where: 'background', host: 'sub.changed.example', times: 1 },
    { what: 'answer capture-selection', code: 'message-invalid', host: '' },
  ]);
  // The second key's outcome must not affect another test.
  await eventually(() => expect(shell.confirmations).toHaveLength(2));
});

describe('the confirmation', () => {
  const clipped = async () => {
    pressed();
    await eventually(() => expect(shell.confirmations).toHaveLength(1));
    return (shell.confirmations[0] as { itemId: string }).itemId;
  };

  it('saves the note-taker’s words, and takes the clip back', async () => {
    const itemId = await clipped();
    const over = { editId: uuid(30), fieldId: uuid(31), turn: 0, base: '', sent: [] };
    expect(await send('clip.annotate', { itemId, note: 'So it is.', over }, script(7))).toEqual({
      ok: true,
      value: { saved: true },
    });
    expect(await items()).toMatchObject([{ note: 'So it is.' }]);
    await send('clip.undo', { itemId }, script(7));
    expect(await items()).toEqual([]);
    await eventually(async () => expect(await badge()).toBe(''));
    await send('clip.restore', { itemId }, script(7));
    expect(await items()).toHaveLength(1);
  });

  it('tries a clip again in its own tab', async () => {
    const again = { requestId: uuid(20), intent: { what: 'here' as const } };
    await rememberOffer(7, { retry: again });
    expect(await send('clip.retry', again, script(7))).toMatchObject({
      ok: true,
      value: { itemId: uuid(20), outcome: 'clipped' },
    });
    expect(await items()).toMatchObject([{ id: uuid(20) }]);
  });

  it('clips nothing that was not offered in that tab', async () => {
    const retry = { requestId: uuid(20), intent: { what: 'here' as const } };
    const embedded = { requestId: uuid(21), mediaUrl: 'https://youtu.be/aaaaaaaaaaa' };
    const moment = { what: 'moment-at', mediaUrl: embedded.mediaUrl, startSeconds: 9 };
    const refused = { ok: false, error: { code: 'message-refused' } };
    expect(await send('clip.retry', retry, script(7))).toMatchObject(refused);
    await rememberOffer(7, { retry, embedded });
    const asked = [
      [retry, script(8)],
      [{ ...retry, requestId: uuid(22) }, script(7)],
      [{ ...retry, intent: { what: 'screenshot' } }, script(7)],
      [{ requestId: uuid(21), intent: { what: 'here' } }, script(7)],
      [
        { requestId: uuid(21), intent: { ...moment, mediaUrl: 'https://other.example/' } },
        script(7),
      ],
    ] as const;
    for (const [payload, from] of asked) {
      expect(await send('clip.retry', payload, from)).toMatchObject(refused);
    }
    expect(await items()).toEqual([]);
  });

  it('of another tab, or of a clip never confirmed, changes nothing', async () => {
    const itemId = await clipped();
    await stores.items.put(quote(9));
    const refused = { ok: false, error: { code: 'message-refused' } };
    expect(await send('clip.undo', { itemId }, script(8))).toMatchObject(refused);
    expect(await send('clip.undo', { itemId: uuid(9) }, script(7))).toMatchObject(refused);
    expect((await stores.items.get(uuid(9)))?.deletedAt).toBeNull();
    expect(await items()).toHaveLength(1);
  });
});

it('shows the badge again when the browser starts it', async () => {
  pressed();
  await eventually(async () => expect(await badge()).toBe('1'));
  await fakeBrowser.action.setBadgeText({ text: '' });
  background.main();
  await eventually(async () => expect(await badge()).toBe('1'));
});
