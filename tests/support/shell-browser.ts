import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerAnywhere } from '../../lib/page-wire/world.ts';
import { FakeDirectory } from './fake-directory.ts';

type Listener = (...args: never[]) => unknown;

/** An event whose listeners a test can call. */
function fakeEvent() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => listeners.push(listener),
    fire: (...args: unknown[]) => listeners.map((listener) => listener(...(args as never[]))),
    removeListener: (listener: Listener) => {
      const at = listeners.indexOf(listener);
      if (at >= 0) listeners.splice(at, 1);
    },
    clear: () => {
      listeners.length = 0;
    },
  };
}

/** What the fake tab answers to an injected script, or the injection's error. */
export interface FakePage {
  captures?: unknown[];
  /** What plays in each frame. */
  media?: unknown[];
  confirms?: boolean;
  error?: string;
  /** Injections that fail first, as when activeTab has not arrived. */
  failures?: number;
}

const session = new Map<string, unknown>();

// Node (24) has no private files.
let ownFiles = new FakeDirectory();
Object.defineProperty(navigator, 'storage', { value: { getDirectory: async () => ownFiles } });

// Node (24) has no events on the global object, unlike a worker or a page.
Object.assign(globalThis, { addEventListener: () => undefined });

/**
 * WXT's fake browser, with what it does not implement: `scripting` runs functions given as `func`
 * and answers for the two scripts; menus and commands are events to fire.
 */
export const shell = {
  page: {} as FakePage,
  /** What the page of each tab answers to a capture script, if tabs differ. */
  captureOf: undefined as ((tabId: number) => Promise<unknown>) | undefined,
  /** What was injected, in order: `func`, `/capture-page.js` … */
  injected: [] as string[],
  confirmations: [] as unknown[],
  /** How the side panel was requested. */
  panels: [] as unknown[],
  menuClicked: fakeEvent(),
  commanded: fakeEvent(),
  connected: fakeEvent(),
  /**
   * What was opened in a tab or for an outcome, in order, and what the browser allows to be opened.
   */
  opened: [] as unknown[],
  opens: 'nothing' as 'popup' | 'window' | 'nothing',
  /** Whether our popup is open already. */
  popupOpen: false,
  menus: vi.fn(),
  stored: fakeEvent(),
  session,
  tabs: new Map<
    number,
    { url?: string; title?: string; favIconUrl?: string; isInReaderMode?: boolean }
  >(),
  reset() {
    fakeBrowser.reset();
    Reflect.deleteProperty(globalThis, 'wrapup');
    this.page = {};
    this.captureOf = undefined;
    this.injected = [];
    this.confirmations = [];
    this.panels = [];
    this.menuClicked.clear();
    this.commanded.clear();
    this.connected.clear();
    this.opened = [];
    this.opens = 'nothing';
    this.popupOpen = false;
    this.stored.clear();
    this.menus.mockReset();
    this.tabs.clear();
    session.clear();
    ownFiles = new FakeDirectory();
  },
};

function sessionChanged(keys: readonly string[]): void {
  shell.stored.fire(Object.fromEntries(keys.map((key) => [key, {}])), 'session');
}

type Injection = {
  target: { tabId: number; allFrames?: boolean; frameIds?: number[] };
  func?: (...args: unknown[]) => unknown;
  files?: string[];
  args?: unknown[];
};

/** Node has no page around an injected function. */
function inPage<T>(run: () => T): T {
  const page = {
    ...{ self: globalThis, top: globalThis, location: { href: '' } },
    getSelection: () => null,
    Element: class {},
    Document: class {
      getElementsByTagName() {
        return [];
      }
    },
    document: {},
  };
  Object.assign(globalThis, page);
  try {
    return run();
  } finally {
    for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name);
  }
}

async function executeScript({ target, func, files, args = [] }: Injection) {
  const { page } = shell;
  if (page.error !== undefined && (page.failures === undefined || page.failures-- > 0)) {
    throw new Error(page.error);
  }
  // Which frames exist is asked separately from the page itself.
  if (!target.allFrames) shell.injected.push(files?.[0] ?? 'func');
  const isMeant = ({ frameId }: { frameId: number }) =>
    target.allFrames || (target.frameIds ?? [0]).includes(frameId);
  const answers = (each: unknown[] = []) =>
    each.map((result, frameId) => ({ frameId, result })).filter(isMeant);
  if (func !== undefined) {
    const frames = Math.max(1, page.captures?.length ?? 0, page.media?.length ?? 0);
    return answers(Array.from({ length: frames }, () => inPage(() => func(...args))));
  }
  if (files?.at(-1) === '/capture-moment.js') return answers(page.media);
  if (files?.at(-1) === '/draw-region.js') return answers([true]);
  if (files?.at(-1)?.includes('capture')) {
    return answers(shell.captureOf ? [await shell.captureOf(target.tabId)] : page.captures);
  }
  return answers([
    inPage(() =>
      answerAnywhere('confirmation', (state) => {
        if (state === undefined) return false;
        // No card of the fake pages has a field.
        if (state?.state === 'focus') return false;
        shell.confirmations.push(state);
        return page.confirms ?? true;
      }),
    ),
  ]);
}

export const shellBrowser = {
  ...fakeBrowser,
  runtime: Object.assign(fakeBrowser.runtime, {
    id: 'wrapup-id',
    lastError: undefined,
    onConnect: shell.connected,
    getContexts: async () => (shell.popupOpen ? [{ contextType: 'POPUP' }] : []),
  }),
  action: Object.assign(fakeBrowser.action, {
    setPopup: async ({ popup }: { popup: string }) => {
      shell.opened.push(new URL(popup).pathname);
    },
    openPopup: async () => {
      if (shell.opens !== 'popup') throw new Error('openPopup requires a user gesture');
      shell.opened.push('popup');
    },
  }),
  windows: {
    get: async () => ({ left: 1920, top: 10, width: 1200, height: 900 }),
    create: async ({ url, left, top }: { url: string; left?: number; top?: number }) => {
      if (shell.opens !== 'window') throw new Error('No window');
      shell.opened.push([new URL(url).pathname, left, top]);
    },
  },
  scripting: { executeScript },
  sidePanel: {
    open: async (options: unknown) => {
      shell.panels.push(options);
    },
  },
  i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
  contextMenus: {
    removeAll: async () => undefined,
    create: shell.menus,
    onClicked: shell.menuClicked,
  },
  commands: { onCommand: shell.commanded, getAll: async () => [] },
  tabs: {
    get: async (id: number) => {
      const tab = shell.tabs.get(id);
      if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
      return { id, windowId: 1, active: true, ...tab };
    },
    query: async () => [{ id: 7 }],
    create: async ({ url }: { url: string }) => void shell.opened.push(new URL(url).pathname),
  },
  storage: {
    ...fakeBrowser.storage,
    onChanged: shell.stored,
    session: {
      get: async (key: string | null) =>
        key === null ? Object.fromEntries(session) : { [key]: session.get(key) },
      set: async (values: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(values)) session.set(key, value);
        sessionChanged(Object.keys(values));
      },
      getBytesInUse: async () => JSON.stringify(Object.fromEntries(session)).length,
      remove: async (key: string) => {
        if (session.delete(key)) sessionChanged([key]);
      },
    },
  },
};
