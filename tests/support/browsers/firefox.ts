import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { builtExtension, requireBrowser } from '../binaries.ts';
import { waitFor } from '../wait.ts';
import { contextOf, FirefoxChrome } from './firefox-chrome.ts';
import {
  closeWelcome,
  emptyFolder,
  forgetAll,
  forgettingIn,
  keepOne,
  opensWelcome,
} from './forget-all.ts';
import { clickPanelButton, goWithoutWaiting } from './gestures.ts';
import type { Harness, HarnessOptions } from './harness.ts';
import { quit } from './quit.ts';
import { Site } from './site.ts';

const extensionId = 'wrapup@wrapup.example';
/** Firefox generates a host for each install; a fixed one keeps the data across a restart. */
const host = '11111111-2222-4333-8444-555555555555';
const origin = `moz-extension://${host}`;

/** Returns a command's key in the manifest; Firefox accepts every one. */
function commandKeys(extensionDir: string, command: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  const { default: usual, mac = usual } = manifest.commands[command].suggested_key;
  return process.platform === 'darwin' ? mac : usual;
}

function preferences(downloadDir: string, scale: number | undefined): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: host }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.download.dir': downloadDir,
    'browser.download.folderList': 2,
    'browser.download.useDownloadDir': true,
    'browser.download.alwaysOpenPanel': false,
    // A user who accepts every request.
    'extensions.webextOptionalPermissionPrompts': false,
    // Nothing may reach the network; what a test does not serve does not exist.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.no_proxies_on': '.localhost',
    ...(scale ? { 'layout.css.devPixelsPerPx': String(scale) } : {}),
  };
}

/**
 * Popups and sidebars are no tabs, so BiDi does not see them; this makes them visible to it
 * (Firefox 153).
 */
const showPopupsToBidi = `
  const { TabManager } = ChromeUtils.importESModule('chrome://remote/content/shared/TabManager.sys.mjs');
  if (!TabManager.wrapupShowsPopups) {
    const tabs = TabManager.getTabsForWindow.bind(TabManager);
    TabManager.getTabsForWindow = (win) => [
      ...tabs(win),
      ...[
        ...win.document.querySelectorAll('browser.webextension-popup-browser'),
        ...[...win.document.querySelectorAll('#sidebar')]
          .map((sidebar) => sidebar.contentDocument?.getElementById('webext-panels-browser')).filter(Boolean),
      ]
        .map((linkedBrowser) => ({ linkedBrowser, ownerGlobal: win, ownerDocument: win.document })),
    ];
    TabManager.wrapupShowsPopups = true;
  }`;

const openPopup = `
  const { Management: { global: { browserActionFor } } } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arg);
  await browserActionFor(extension).openPopup(window, false);
  // The popup loads out of sight and is swapped into the panel then: only what stands in the open panel stays.
  let before = null;
  for (let tries = 0; tries < 300; tries++) {
    const browser = document.querySelector('panel[panelopen] browser.webextension-popup-browser');
    const shown = browser?.closest('panel').state === 'open' && browser.currentURI?.spec.includes('/popup.html')
      && !browser.webProgress?.isLoadingDocument;
    if (shown && browser === before) {
      browser.permanentKey ??= {};
      return NavigableManager.getIdForBrowser(browser);
    }
    before = shown ? browser : null;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error('The popup did not open');`;

/**
 * Finds the outcome in the open popup at the button, like `openPopup` does for the popup; null if
 * there is none.
 */
const findOutcome = `
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  let before = null;
  for (let tries = 0; tries < 6; tries++) {
    const browser = document.querySelector('panel[panelopen] browser.webextension-popup-browser');
    const shown = browser?.closest('panel').state === 'open' && browser.currentURI?.spec.includes('/outcome.html')
      && !browser.webProgress?.isLoadingDocument;
    if (shown && browser === before) {
      browser.permanentKey ??= {};
      return NavigableManager.getIdForBrowser(browser);
    }
    before = shown ? browser : null;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return null;`;

/** Records every request that our pages, our background or our scripts in pages make. */
const recordTraffic = `
  const asked = window.wrapupTraffic = [];
  const ours = (principal) => principal && (principal.addonPolicy?.id === 'wrapup@wrapup.example' || principal.contentScriptAddonPolicy?.id === 'wrapup@wrapup.example');
  window.wrapupObserver = { observe(subject) {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { loadInfo } = channel;
    if (ours(loadInfo.triggeringPrincipal) || ours(loadInfo.loadingPrincipal)) asked.push(channel.URI.spec);
  } };
  Services.obs.addObserver(window.wrapupObserver, 'http-on-modify-request');`;

const pressKey = `document.querySelector('keyset[id^=ext-keyset-id] key[key="' + arg + '"]').doCommand();`;

/** Waits for the sidebar that the popup's button opens. */
const findSidebar = `
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  for (let tries = 0; tries < 300; tries++) {
    const browser = document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser');
    if (browser?.currentURI?.spec.includes('/sidepanel.html') && !browser.webProgress?.isLoadingDocument) {
      browser.permanentKey ??= {};
      return NavigableManager.getIdForBrowser(browser);
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error('The sidebar did not open');`;

/** Lists BiDi's names for the tabs of all windows. */
const listTabs = `
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const windows = [...Services.wm.getEnumerator('navigator:browser')];
  return windows.flatMap((each) => each.gBrowser.browsers.map((browser) => NavigableManager.getIdForBrowser(browser)));`;

const isShown = `
  const { currentURI, webProgress } = gBrowser.selectedBrowser;
  return currentURI.spec === arg && !webProgress.isLoadingDocument;`;

const closePopups = `
  for (const browser of document.querySelectorAll('browser.webextension-popup-browser')) browser.closest('panel')?.hidePopup();
  for (let tries = 0; tries < 200 && document.querySelector('browser.webextension-popup-browser'); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }`;

const chooseMenuItem = `
  const menu = document.getElementById('contentAreaContextMenu');
  const shown = (popup) => popup.state === 'open' ? null : new Promise((resolve) => popup.addEventListener('popupshown', resolve, { once: true }));
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('No context menu')), 5000));
  await Promise.race([shown(menu), late]);
  const items = [...menu.querySelectorAll('menuitem')].filter((each) => each.id.includes('wrapup_wrapup_example'));
  const item = items.find((each) => each.id.endsWith('_' + arg));
  if (!item) { const ids = items.map((each) => each.id).join(' '); menu.hidePopup(); throw new Error('Not in the menu: ' + arg + '; there: ' + ids); }
  const inside = item.parentNode;
  if (inside !== menu) { inside.parentNode.openMenu(true); await Promise.race([shown(inside), late]); }
  inside.activateItem(item);`;

const readClipboard = `
  const transfer = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  transfer.init(null);
  transfer.addDataFlavor('text/plain');
  Services.clipboard.getData(transfer, Ci.nsIClipboard.kGlobalClipboard);
  const data = {};
  transfer.getTransferData('text/plain', data);
  return data.value.QueryInterface(Ci.nsISupportsString).data;`;

export async function launchFirefox(options: HarnessOptions = {}): Promise<Harness> {
  const extensionDir = options.extensionDir ?? builtExtension('firefox');
  const ownProfile = options.profileDir === undefined;
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'wrapup-firefox-'));
  const downloadDir = join(profileDir, 'downloads');
  mkdirSync(downloadDir, { recursive: true });
  const site = new Site();

  let browser: Browser;
  let chromeScope: FirefoxChrome;
  let popupContext: { context: string } | null = null;
  let panelContext: { context: string } | null = null;

  const start = async () => {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: requireBrowser('firefox'),
      headless: options.display === undefined,
      ...(options.display ? { env: options.display.environment } : {}),
      defaultViewport: null,
      userDataDir: profileDir,
      args: ['--width=1200', '--height=900', '-remote-allow-system-access'],
      extraPrefsFirefox: { ...preferences(downloadDir, options.scale), ...options.preferences },
    });
    chromeScope = new FirefoxChrome(browser);
    popupContext = null;
    await browser.installExtension(extensionDir);
    await chromeScope.run(showPopupsToBidi);
    if (options.recordTraffic) await chromeScope.run(recordTraffic, origin);
  };

  const closePopup = async () => {
    await chromeScope.run(closePopups);
    if (popupContext) chromeScope.announce('browsingContext.contextDestroyed', popupContext);
    popupContext = null;
  };
  /** Makes a page that is no tab available to Puppeteer, and tells Puppeteer when it is gone. */
  const adopt = async (root: string) => {
    const { contexts } = await chromeScope.send<{ contexts: { context: string }[] }>(
      'browsingContext.getTree',
      { root },
    );
    const context = { ...contexts[0], context: root };
    chromeScope.announce('browsingContext.contextCreated', { ...context, children: null });
    const page = (await browser.pages()).find((each) => contextOf(each) === root);
    if (!page) throw new Error('Puppeteer does not see the page');
    return { context, page };
  };
  /** Returns tabs that Puppeteer was not told about. */
  const untold = async () => {
    const tabs = await chromeScope.run<string[]>(listTabs);
    const told = new Set((await browser.pages()).map(contextOf));
    return tabs.filter((tab) => !told.has(tab));
  };
  /**
   * Returns all pages. Firefox (153) does not always tell BiDi about a tab that an extension opens:
   * in about one of a hundred starts, its tab is shown and Puppeteer never learns of it.
   */
  const pages = async () => {
    const first = await untold();
    if (first.length > 0) {
      // A tab that is only late must not be announced twice.
      await new Promise((resolve) => setTimeout(resolve, 500));
      for (const tab of await untold()) if (first.includes(tab)) await adopt(tab);
    }
    return browser.pages();
  };
  const openPopupOver = async (page: Page) => {
    await closePopup();
    await page.bringToFront();
    const popup = await adopt(await chromeScope.run<string>(openPopup, extensionId));
    popupContext = popup.context;
    return popup.page;
  };

  const pressCommand = async (command: string) => {
    const keys = commandKeys(extensionDir, command);
    if (options.display) await options.display.press(keys);
    // Key elements do not say which command they are for.
    else await chromeScope.run(pressKey, keys.split('+').at(-1));
  };

  const closePanel = async () => {
    await chromeScope.run('SidebarController.hide();');
    if (panelContext) chromeScope.announce('browsingContext.contextDestroyed', panelContext);
    panelContext = null;
  };

  const goOwn = async (page: Page, path: string) => {
    // It never resolves for a moz-extension address (Puppeteer 25.16), so this waits for the
    // document instead.
    page.goto(`${origin}/${path}`).catch(() => {});
    // While one document replaces another, Firefox answers with an internal error.
    await waitFor(path, () =>
      page.evaluate(
        (start) => location.href.startsWith(start) && document.readyState === 'complete',
        origin,
      ),
    );
  };

  const stopBackground = async () => {
    await chromeScope.run(
      `await WebExtensionPolicy.getByID(arg).extension.terminateBackground({ ignoreDevToolsAttached: true });`,
      extensionId,
    );
  };

  await start();
  if (opensWelcome(options, extensionDir)) await closeWelcome(pages);

  return {
    name: 'firefox',
    site,
    downloadDir,
    origin,
    closePopup,
    pages,
    popup: openPopupOver,
    async outcome() {
      return waitFor('an outcome', async () => {
        // Puppeteer (25.16) does not learn the address of a page of ours, so the page is asked.
        for (const each of await pages()) {
          const url = await each.evaluate(() => location.href).catch(() => '');
          if (url.endsWith('/outcome.html#window')) return each;
        }
        const context = await chromeScope.run<string | null>(findOutcome);
        if (context === null) return null;
        const shown = await adopt(context);
        popupContext = shown.context;
        return shown.page;
      });
    },
    async panel(page, by = 'button') {
      if (by === 'key') {
        await page.bringToFront();
        await pressCommand('open-panel');
      } else {
        await clickPanelButton(await openPopupOver(page));
      }
      const panel = await adopt(await chromeScope.run<string>(findSidebar));
      panelContext = panel.context;
      await closePopup();
      return panel.page;
    },
    closePanel,
    async open(url) {
      const page = await browser.newPage();
      await site.attach(page);
      await page.goto(url);
      return page;
    },
    async openLoading(url) {
      const page = await browser.newPage();
      await site.attach(page);
      await goWithoutWaiting(page, url);
      return page;
    },
    async openBare(url) {
      const page = await browser.newPage();
      // It never resolves for Firefox's own pages (Puppeteer 25.16), so this reads the address bar.
      // A popup or an icon can only be found after the tab has come to rest.
      page.goto(url).catch(() => {});
      await waitFor(url, () => chromeScope.run<boolean>(isShown, url));
      return page;
    },
    async openOwn(path) {
      const page = await browser.newPage();
      await goOwn(page, path);
      return page;
    },
    async shortcut(page, command = 'clip-here') {
      await page.bringToFront();
      await pressCommand(command);
    },
    press: (command = 'clip-here') => pressCommand(command),
    async menu(page, item, target) {
      await page.bringToFront();
      const box = await target.boundingBox();
      if (!box) throw new Error('Nothing to click on');
      // Clicks on the first letters, where the test made its selection.
      await page.mouse.click(
        box.x + Math.min(12, box.width / 2),
        box.y + Math.min(10, box.height / 2),
        { button: 'right' },
      );
      await chromeScope.run(chooseMenuItem, item);
    },
    clipboard: () => chromeScope.run<string>(readClipboard),
    badge: () =>
      chromeScope.run<string>(
        `const { Management: { global: { browserActionFor } } } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
         return browserActionFor(WebExtensionPolicy.getByID(arg).extension).action.getProperty(gBrowser.selectedTab, 'badgeText') ?? '';`,
        extensionId,
      ),
    async inClosedRoot(page, selector, read, arg = '') {
      const context = contextOf(page);
      const found = await chromeScope.send<{
        result: { value?: { shadowRoot?: { sharedId: string } } };
      }>('script.callFunction', {
        functionDeclaration: '(selector) => document.querySelector(selector)',
        arguments: [{ type: 'string', value: selector }],
        target: { context, sandbox: 'wrapup-test' },
        awaitPromise: false,
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
      });
      const root = found.result.value?.shadowRoot;
      if (!root) return null;
      return chromeScope.call(
        context,
        read.toString(),
        [{ sharedId: root.sharedId }, { type: 'string', value: arg }],
        'wrapup-test',
      );
    },
    async colorScheme(page, scheme) {
      await chromeScope.run(
        `const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
         NavigableManager.getBrowsingContextById(arg.id).prefersColorSchemeOverride = arg.scheme;`,
        { id: contextOf(page), scheme },
      );
    },
    traffic: () => chromeScope.run<string[]>('return window.wrapupTraffic;'),
    async wipeDatabases() {
      await chromeScope.run(
        `const { principal } = WebExtensionPolicy.getByID(arg).extension;
         await new Promise((resolve, reject) => {
           const clearing = Services.qms.clearStoragesForClient(principal, 'idb', 'default');
           clearing.callback = () => clearing.resultCode === 0 ? resolve() : reject(clearing.resultCode);
         });`,
        extensionId,
      );
    },
    stopBackground,
    async startAnew() {
      await closePopup();
      await closePanel();
      const page = await keepOne(browser);
      await goOwn(page, 'icon/16.png');
      const wakeUp = `await WebExtensionPolicy.getByID(arg).extension.wakeupBackground();`;
      const start = async () => void (await chromeScope.run(wakeUp, extensionId));
      await forgetAll(forgettingIn(page, { stop: stopBackground, start }));
      emptyFolder(downloadDir);
      await page.goto('about:blank');
    },
    async restart(how = 'quit', whileClosed) {
      const process_ = browser.process();
      if (how === 'kill' && process_?.pid) {
        const gone = new Promise((resolve) => process_.once('exit', resolve));
        process.kill(-process_.pid, 'SIGKILL');
        await gone;
        // Puppeteer (25.16) then restores the profile's own preferences, and does not say when it
        // has.
        await waitFor('the preferences to be put back', async () =>
          ['prefs.js', 'user.js'].every(
            (name) => !existsSync(join(profileDir, `${name}.puppeteer`)),
          ),
        );
        for (const name of ['lock', '.parentlock']) rmSync(join(profileDir, name), { force: true });
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
