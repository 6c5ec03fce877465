import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, {
  type Browser,
  type CDPSession,
  type ElementHandle,
  type Page,
  type Target,
  type WebWorker,
} from 'puppeteer-core';
import { isRoot } from '../../../.scripts/tools.mjs';
import { builtExtension, requireBrowser } from '../binaries.ts';
import { patienceMs, waitFor } from '../wait.ts';
import {
  closeWelcome,
  emptyFolder,
  type Forgetting,
  forgetAll,
  forgetSettings,
  isAsNew,
  keepOne,
  opensWelcome,
} from './forget-all.ts';
import { clickPanelButton, goWithoutWaiting, isolated } from './gestures.ts';
import type { Harness, HarnessOptions, MenuItem } from './harness.ts';
import { quit } from './quit.ts';
import { Site } from './site.ts';

/** Chromium (156) does this by itself, unless its driver turns it off: separate processes. */
const isolating = ['--enable-features=IsolateSandboxedIframes'];

/**
 * A mouse, because headless Chromium (156) says that nothing hovers. Or fingers, which its
 * emulation does not report.
 */
const pointing = (withFingers: boolean) => {
  const [hover, pointer] = withFingers ? [1, 2] : [2, 4];
  return `--blink-settings=primaryHoverType=${hover},availableHoverTypes=${hover},primaryPointerType=${pointer},availablePointerTypes=${pointer}`;
};

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--window-size=1200,900',
  // Nothing may reach the network; what a test does not serve does not exist.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost',
];

export async function launchChromium(options: HarnessOptions = {}): Promise<Harness> {
  const extensionDir = options.extensionDir ?? builtExtension('chromium');
  const ownProfile = options.profileDir === undefined;
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'wrapup-chromium-'));
  const downloadDir = join(profileDir, 'downloads');
  const site = new Site();
  const netLog = join(profileDir, 'net-log.json');
  /** Requests of the worker that the test served; the network did not see them. */
  const servedToWorker: string[] = [];
  keepDownloadsIn(profileDir, downloadDir);

  let browser: Browser;
  let id = '';
  let asleep = false;
  let granted = new WeakMap<Page, string>();

  const start = async () => {
    browser = await puppeteer.launch({
      executablePath: requireBrowser('chromium'),
      headless: options.display === undefined,
      ...(options.display ? { env: options.display.environment } : {}),
      pipe: true,
      enableExtensions: true,
      defaultViewport: null,
      userDataDir: profileDir,
      args: [
        ...quiet,
        pointing(options.withFingers === true),
        ...isolating,
        ...(isRoot ? ['--no-sandbox'] : []),
        ...(options.recordTraffic ? [`--log-net-log=${netLog}`] : []),
        ...(options.scale ? scaled(options.scale) : []),
      ],
    });
    id = await browser.installExtension(extensionDir);
    granted = new WeakMap();
    asleep = false;
    await worker();
  };

  const isWorker = (target: Target) =>
    target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${id}/`);

  /** Returns the running service worker, and starts it if the browser has stopped it. */
  const worker = async () => {
    if (asleep) await wakeWorker(browser, id);
    asleep = false;
    const target = await browser.waitForTarget(isWorker, { timeout: patienceMs });
    const found = await target.worker();
    if (!found) throw new Error('The service worker ended while it was asked for');
    await serveWorker(found, site, servedToWorker);
    return found;
  };

  const targetsOf = (...pages: string[]) =>
    browser
      .targets()
      .filter((target) =>
        pages.some((page) => target.url().startsWith(`chrome-extension://${id}/${page}`)),
      );

  const popupTargets = () => targetsOf('popup.html');

  const closePopup = async () => {
    const open = () => targetsOf('popup.html', 'outcome.html');
    await waitFor('the popup to close', async () => {
      for (const target of open()) {
        const page = await target.asPage().catch(() => null);
        await page?.close().catch(() => {});
      }
      return open().length === 0;
    });
  };

  const panelTargets = () =>
    browser
      .targets()
      .filter((target) => target.url().startsWith(`chrome-extension://${id}/sidepanel.html`));

  const popup = async (page: Page) => {
    await closePopup();
    await page.bringToFront();
    const extension = (await browser.extensions()).get(id);
    if (!extension) throw new Error('The extension is not installed');
    await page.triggerExtensionAction(extension);
    const target = await browser.waitForTarget((each) => popupTargets().includes(each), {
      timeout: patienceMs,
    });
    granted.set(page, originOf(page));
    return target.asPage();
  };

  /** Grants activeTab like the toolbar button; `dispatch` alone does not. */
  const grant = async (page: Page) => {
    if (granted.get(page) !== originOf(page)) await popup(page);
    await closePopup();
    await page.bringToFront();
  };

  /** Opens a new tab that gets its pages from `site`. */
  const served = async () => {
    const page = await browser.newPage();
    await site.attach(page);
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && granted.get(page) !== originOf(page)) granted.delete(page);
    });
    return page;
  };

  /** Presses Chromium's key for a command. */
  const pressCommand = async (page: Page, command: string) => {
    await page.bringToFront();
    const all = await (await worker()).evaluate(() => chrome.commands.getAll());
    const keys = all.find((each) => each.name === command)?.shortcut;
    if (!keys) throw new Error(`Chromium gave ${command} no key`);
    await options.display?.press(keys);
  };

  /**
   * Returns the tab in front. A small window of ours still counts as the one used last right after
   * it was closed (Chromium 156, 8 of 30 times), and what is dispatched for its tab is lost.
   */
  const tabInFront = async () =>
    (await worker()).evaluate(async () => {
      const shown = { active: true, windowType: 'normal' } as const;
      const [tab] = await chrome.tabs.query({ ...shown, lastFocusedWindow: true });
      return tab ?? (await chrome.tabs.query(shown))[0];
    });

  const dispatch = async (command: string) => {
    const tab = await tabInFront();
    await (await worker()).evaluate(
      (name, front) => chrome.commands.onCommand.dispatch(name, front),
      command,
      tab,
    );
  };

  const closePanel = async () => {
    // The request is repeated, because a panel that is just opening may stay open.
    await waitFor('the panel to close', async () => {
      for (const target of panelTargets()) {
        const panel = await target.asPage().catch(() => null);
        await panel?.close().catch(() => {});
      }
      return panelTargets().length === 0;
    });
  };

  const stopBackground = async () => {
    await worker();
    const target = browser.targets().find(isWorker);
    await (await target?.worker())?.close().catch(() => {});
    // Chromium (156) may miss the first request, and Puppeteer (25) does not repeat it, because it
    // has detached.
    const session = await browser.target().createCDPSession();
    const targetId = (target as { _targetId?: string } | undefined)?._targetId ?? '';
    await waitFor('the worker to end', async () => {
      // It may end by itself meanwhile, and restart for an event, as another target.
      if (!target || !browser.targets().includes(target)) return true;
      await session.send('Target.closeTarget', { targetId }).catch(() => {});
      return false;
    });
    await session.detach();
    asleep = true;
  };

  await start();
  if (opensWelcome(options, extensionDir)) await closeWelcome(() => browser.pages());

  return {
    name: 'chromium',
    site,
    downloadDir,
    get origin() {
      return `chrome-extension://${id}`;
    },
    popup,
    closePopup,
    async panel(page, by = 'button') {
      if (by === 'button') {
        await clickPanelButton(await popup(page));
      } else {
        if (!options.display) throw new Error('Headless Chromium presses no key of an extension');
        await pressCommand(page, 'open-panel');
      }
      const target = await browser.waitForTarget((each) => panelTargets().includes(each), {
        timeout: patienceMs,
      });
      return target.asPage();
    },
    closePanel,
    async pages() {
      const popups = await Promise.all(popupTargets().map((target) => target.asPage()));
      return [...(await browser.pages()), ...popups];
    },
    async open(url) {
      const page = await served();
      await page.goto(url);
      return page;
    },
    async openLoading(url) {
      const page = await served();
      await goWithoutWaiting(page, url);
      return page;
    },
    async openBare(url) {
      const page = await browser.newPage();
      await page.goto(url).catch(() => isErrorShown(page));
      return page;
    },
    async openOwn(path) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    async outcome() {
      const target = await browser.waitForTarget(
        (each) => each.url().includes(`${id}/outcome.html`),
        {
          timeout: patienceMs,
        },
      );
      return target.asPage();
    },
    async shortcut(page, command = 'clip-here') {
      if (options.display) return pressCommand(page, command);
      // A page wakes a stopped worker, and comes to the front for that.
      await worker();
      await grant(page);
      await dispatch(command);
    },
    press: (command = 'clip-here') => dispatch(command),
    async menu(page, item, target, selectionText) {
      await grant(page);
      const info = await menuInfo(page, item, target, selectionText);
      const tab = await tabInFront();
      await (await worker()).evaluate(
        async (data, front) => {
          // Rejects if no such item was created.
          await chrome.contextMenus.update(data.menuItemId, { enabled: true });
          chrome.contextMenus.onClicked.dispatch(data, front);
        },
        info,
        tab,
      );
    },
    async clipboard() {
      const page = await browser.newPage();
      await new Site().add('https://clipboard.example/', '<title>Clipboard</title>').attach(page);
      await page.goto('https://clipboard.example/');
      await browser
        .defaultBrowserContext()
        .overridePermissions('https://clipboard.example', ['clipboard-read', 'clipboard-write']);
      // Another page of ours may still be getting the focus, e.g. the popup that is closing.
      await waitFor('the focus', async () => {
        await page.bringToFront();
        return page.evaluate(() => document.hasFocus());
      });
      const text = await page.evaluate(() => navigator.clipboard.readText());
      await page.close();
      return text;
    },
    async badge() {
      const tab = await tabInFront();
      return (await worker()).evaluate(
        (front) => chrome.action.getBadgeText(front ? { tabId: front.id } : {}),
        tab,
      );
    },
    async inClosedRoot(page, host, read, arg = '') {
      const session = await page.createCDPSession();
      try {
        // It uses an isolated world, because the page may have redefined what `read` calls.
        const { frameTree } = await session.send('Page.getFrameTree');
        const { executionContextId } = await session.send('Page.createIsolatedWorld', {
          frameId: frameTree.frame.id,
        });
        const { result } = await session.send('Runtime.evaluate', {
          expression: `document.querySelector(${JSON.stringify(host)})`,
          contextId: executionContextId,
        });
        if (!result.objectId) return null;
        const { node } = await session.send('DOM.describeNode', {
          objectId: result.objectId,
          pierce: true,
          depth: 1,
        });
        const root = node.shadowRoots?.[0];
        if (!root) return null;
        const { object } = await session.send('DOM.resolveNode', {
          backendNodeId: root.backendNodeId,
          executionContextId,
        });
        const answer = await session.send('Runtime.callFunctionOn', {
          objectId: object.objectId as string,
          functionDeclaration: `function (arg) { return (${read.toString()})(this, arg); }`,
          arguments: [{ value: arg }],
          returnByValue: true,
        });
        if (answer.exceptionDetails)
          throw new Error(answer.exceptionDetails.exception?.description);
        return answer.result.value;
      } finally {
        await session.detach();
      }
    },
    colorScheme: (page, scheme) =>
      page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]),
    async traffic() {
      await quit(browser);
      return [
        ...servedToWorker,
        ...requestsIn(readFileSync(netLog, 'utf8'), `chrome-extension://${id}`),
      ];
    },
    async wipeDatabases() {
      const page = browser
        .targets()
        .find((each) => each.url().startsWith(`chrome-extension://${id}`));
      const session = await page?.createCDPSession();
      await session?.send('Storage.clearDataForOrigin', {
        origin: `chrome-extension://${id}`,
        storageTypes: 'indexeddb',
      });
      await session?.detach();
    },
    stopBackground,
    async startAnew() {
      await closePopup();
      await closePanel();
      const page = await keepOne(browser);
      const session = await page.createCDPSession();
      await forgetAll(forgetting(session, id, { stop: stopBackground, worker }));
      await session.detach();
      emptyFolder(downloadDir);
    },
    async restart(how = 'quit', whileClosed) {
      if (how === 'kill') {
        const pid = browser.process()?.pid;
        if (pid) process.kill(-pid, 'SIGKILL');
        await pause(300);
        for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
          rmSync(join(profileDir, name), { force: true });
        }
      } else {
        await quit(browser);
      }
      whileClosed?.(profileDir);
      await start();
    },
    async close() {
      await quit(browser);
      if (ownProfile) rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The screen grows with the scale, because a popup gets no more space than the screen has. */
const scaled = (scale: number) => [
  `--force-device-scale-factor=${scale}`,
  `--screen-info={${1600 * scale}x${1200 * scale} devicePixelRatio=${scale}}`,
];

/** Puppeteer's own download setting would drop the file name that the extension requests. */
function keepDownloadsIn(profileDir: string, downloadDir: string): void {
  mkdirSync(join(profileDir, 'Default'), { recursive: true });
  mkdirSync(downloadDir, { recursive: true });
  const preferences = join(profileDir, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  writeFileSync(
    preferences,
    JSON.stringify({ download: { default_directory: downloadDir, prompt_for_download: false } }),
  );
}

const servedWorkers = new WeakSet<WebWorker>();

/** The worker's requests are also answered with the test's pages. */
async function serveWorker(worker: WebWorker, site: Site, served: string[]): Promise<void> {
  if (servedWorkers.has(worker)) return;
  servedWorkers.add(worker);
  const session = worker.client;
  await session.send('Fetch.enable', { patterns: [{ urlPattern: 'http*' }] });
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    served.push(request.url);
    const { status, type, body, headers } = site.answer(request.url);
    void session
      .send('Fetch.fulfillRequest', {
        requestId,
        responseCode: status,
        responseHeaders: Object.entries({ 'content-type': type, ...headers }).map(
          ([name, value]) => ({ name, value }),
        ),
        body: Buffer.from(body).toString('base64'),
      })
      .catch(() => {});
  });
}

/** Any page can do this, because the worker belongs to the browser, not to the page. */
async function wakeWorker(browser: Browser, id: string): Promise<void> {
  const page = await browser.waitForTarget((target) => target.type() === 'page');
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${id}/` });
  await session.detach();
}

/**
 * How to erase everything without a page of ours: the browser clears what the worker holds open,
 * once it has ended.
 */
function forgetting(
  session: CDPSession,
  id: string,
  background: { stop(): Promise<void>; worker(): Promise<WebWorker> },
): Forgetting {
  return {
    forgetSettings: async () => (await background.worker()).evaluate(forgetSettings),
    stop: background.stop,
    async forgetLibrary() {
      await session.send('Storage.clearDataForOrigin', {
        origin: `chrome-extension://${id}`,
        storageTypes: 'indexeddb,local_storage,file_systems',
      });
      return true;
    },
    start: async () => void (await background.worker()),
    isAsNew: async () => (await background.worker()).evaluate(isAsNew),
  };
}

/** Returns what Chromium would report for a click in its context menu. */
async function menuInfo(
  page: Page,
  item: MenuItem,
  target: ElementHandle<Element>,
  given?: string,
) {
  const element = await target.evaluate((node) => ({
    linkUrl: node.closest('a')?.href,
    srcUrl: node instanceof HTMLImageElement ? node.currentSrc || node.src : undefined,
  }));
  const frame = await target.frame;
  const selectionText = given ?? (await isolated(frame).evaluate(() => String(getSelection())));
  return {
    menuItemId: item,
    pageUrl: page.url(),
    editable: false,
    // Only extensions know the ids of frames; one that no script may enter has any other id.
    ...(frame === page.mainFrame() ? { frameId: 0 } : { frameId: 1, frameUrl: frame.url() }),
    ...(selectionText ? { selectionText } : {}),
    ...(element.linkUrl ? { linkUrl: element.linkUrl } : {}),
    ...(element.srcUrl ? { srcUrl: element.srcUrl, mediaType: 'image' } : {}),
  };
}

/**
 * Chromium reports that a page did not load before it shows that, and anything granted before then
 * is lost.
 */
const isErrorShown = (page: Page) =>
  waitFor('the error page', async () => page.url().startsWith('chrome-error:'));

function originOf(page: Page): string {
  return URL.canParse(page.url()) ? new URL(page.url()).origin : '';
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Returns the addresses that `initiator` requested from the network, according to Chromium's own
 * log; one event on each line.
 */
function requestsIn(log: string, initiator: string): string[] {
  return log.split('\n').flatMap((line) => {
    const [, from] = /"initiator":"([^"]*)"/.exec(line) ?? [];
    const [, url] = /"url":"([^"]*)"/.exec(line) ?? [];
    return url !== undefined && from?.startsWith(initiator) && /^(?:https?|wss?):/.test(url)
      ? [url]
      : [];
  });
}
