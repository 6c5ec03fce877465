import '../components/fake-browser.ts';
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FakeDirectory } from '../../support/fake-directory.ts';

/**
 * What a whole page of ours needs from the browser, with a real database in memory. Import it
 * before the page.
 */
const { chrome } = globalThis as unknown as { chrome: Record<string, object> };
const events = { addListener: () => {}, removeListener: () => {} };
Object.assign(chrome, {
  storage: fakeBrowser.storage,
  runtime: {
    ...{ id: 'test', onMessage: events, onConnect: events },
    getManifest: () => ({ version: '0.0.0', manifest_version: 3 }),
    getURL: (path: string) => `https://wrapup.example${path}`,
    getContexts: async () => [],
    sendMessage: async () => undefined,
  },
  tabs: {
    ...{ onActivated: events, onUpdated: events },
    query: async () => [],
    getCurrent: async () => undefined,
  },
  windows: { getCurrent: async () => ({ id: 1 }) },
  commands: { getAll: async () => [] },
  permissions: { contains: async () => false, ...{ onAdded: events, onRemoved: events } },
  extension: { getViews: () => [] },
});
Object.assign(chrome.i18n as object, { getUILanguage: () => 'en' });
// The page is opened in the middle of a session, so the log was renewed before.
await fakeBrowser.storage.session.set({ logRenewed: true });
const files = new FakeDirectory();
Object.defineProperties(navigator, {
  storage: { value: { getDirectory: async () => files, persisted: async () => true } },
  locks: {
    value: {
      request: async (_: string, ...rest: unknown[]) =>
        (rest.at(-1) as (lock: object | null) => unknown)({}),
      query: async () => ({ held: [] }),
    },
  },
});
Object.assign(globalThis, {
  requestIdleCallback: (run: () => void) => setTimeout(run),
  matchMedia: (query: string) => ({
    matches: Number(/min-width: (\d+)px/.exec(query)?.[1] ?? Number.POSITIVE_INFINITY) <= widthPx,
    addEventListener() {},
    removeEventListener() {},
  }),
});

// jsdom has none; modality is the browser's job, and tested there.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '');
    this.querySelector<HTMLElement>('button, input')?.focus();
  },
  close(this: HTMLDialogElement) {
    this.removeAttribute('open');
  },
});

// Its checks run in a worker, which answers nothing here.
Object.assign(globalThis, {
  Worker: class {
    postMessage() {}
    terminate() {}
  },
});

let widthPx = 0;
/** Sets how wide the window is from now on, CSS px. */
export function showWide(px: number): void {
  widthPx = px;
  Object.assign(globalThis, { innerWidth: px });
}

/** Waits, running effects and writes, until an answer is not undefined, null or false. */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
): Promise<Exclude<T, undefined | null | false>> {
  for (let turn = 0; turn < 400; turn++) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false)
      return answer as Exclude<T, undefined | null | false>;
    await act(() => new Promise<void>((done) => setTimeout(done, 5)));
  }
  throw new Error(`Waited in vain for ${what}: ${document.body.textContent}`);
}
