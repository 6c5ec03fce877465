import type { ElementHandle, Page } from 'puppeteer-core';
import type { Display } from './display.ts';
import type { Site } from './site.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface HarnessOptions {
  /** Folder of the unpacked extension; default: the build in `.output`. */
  extensionDir?: string;
  /** Profile folder; default: a new one that `close` removes. */
  profileDir?: string;
  /** Device pixels per CSS pixel; default 1. */
  scale?: number;
  /** Shows its windows there, and presses real keys; default: no windows, and synthetic keys. */
  display?: Display;
  /** Records network requests (`Harness.traffic`). */
  recordTraffic?: boolean;
  /**
   * Leaves the welcome page open after the installation; default: it is closed before the first
   * test.
   */
  keepWelcome?: boolean;
  /** In Chromium: like a touch screen, where nothing hovers. */
  withFingers?: boolean;
  /** Further Firefox preferences. */
  preferences?: Record<string, unknown>;
}

/** The items of our context menu, by the ids that the background gives them. */
export type MenuItem =
  | 'clip-selection'
  | 'clip-link'
  | 'clip-picture'
  | 'clip-page'
  | 'clip-moment'
  | 'clip-screenshot'
  | 'clip-region'
  | 'clip-speaker'
  | 'open-panel';

/**
 * A real browser with Wrapup installed, driven as a note-taker would. Both browsers have the same
 * interface, so a journey is written once.
 */
export interface Harness {
  readonly name: BrowserName;
  /** The pages that the browser can visit. */
  readonly site: Site;
  /** Where downloads go. */
  readonly downloadDir: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a trailing slash. */
  readonly origin: string;

  /** Opens a page of `site` in a new tab in front. */
  open(url: string): Promise<Page>;
  /** Opens a page that may never finish loading; waits only until its document is there. */
  openLoading(url: string): Promise<Page>;
  /** Opens any address in a new tab, without interception or waiting for its load. */
  openBare(url: string): Promise<Page>;
  /** Opens a page of the extension in a tab. */
  openOwn(path: string): Promise<Page>;
  /** Opens the real popup by the toolbar button while `page` is in front. */
  popup(page: Page): Promise<Page>;
  closePopup(): Promise<void>;
  /**
   * Opens the real panel beside `page`, for all tabs: with the popup's button, or with our key; in
   * Chromium only on a display (a synthetic command is no gesture).
   */
  panel(page: Page, by?: 'button' | 'key'): Promise<Page>;
  closePanel(): Promise<void>;

  /**
   * Returns our page, at the button or in a window, that shows an outcome which the page can't
   * show.
   */
  outcome(): Promise<Page>;

  /** Runs our keyboard command on the tab in front; on a display, with its real key. */
  shortcut(page: Page, command?: string): Promise<void>;
  /** Does the same on whatever tab is in front, because a stuck page can't be brought there. */
  press(command?: string): Promise<void>;
  /**
   * Chooses our item in the context menu opened on `target`, in the page or in a frame of another
   * site. `selectionText` replaces a selection that Chromium's PDF viewer does not reveal.
   */
  menu(
    page: Page,
    item: MenuItem,
    target: ElementHandle<Element>,
    selectionText?: string,
  ): Promise<void>;

  clipboard(): Promise<string>;
  /** Everything that is open, including the popup. */
  pages(): Promise<Page[]>;
  /** Text on the toolbar button for the tab in front. */
  badge(): Promise<string>;
  /**
   * Calls `read` with the closed shadow root of the first element that matches, or returns null.
   */
  inClosedRoot<T>(
    page: Page,
    host: string,
    read: (root: ShadowRoot, arg: string) => T,
    arg?: string,
  ): Promise<T | null>;
  colorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;

  /**
   * Returns addresses that any part of the extension requested, whether the test served them or
   * not; only with `recordTraffic`. In Chromium it closes the browser, because only then is the log
   * complete.
   */
  traffic(): Promise<string[]>;

  /**
   * Empties all of our databases in mid-session, as a browser may do by itself; files and settings
   * stay.
   */
  wipeDatabases(): Promise<void>;
  /**
   * Restores the state after the installation: closes all pages, and erases everything that Wrapup
   * has stored, its permissions, and downloads. The pages of `site` stay.
   */
  startAnew(): Promise<void>;
  /** Stops the service worker or event page like an idle browser does. */
  stopBackground(): Promise<void>;
  /**
   * Quits the browser (`kill`: without a clean shutdown) and starts it again with the same profile.
   * @param whileClosed may change the profile's files between the two
   */
  restart(how?: 'quit' | 'kill', whileClosed?: (profileDir: string) => void): Promise<void>;
  close(): Promise<void>;
}
