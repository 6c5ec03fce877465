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
  /** Shows its windows there, and presses real keys; default: no windows, and keys made up. */
  display?: Display;
  /** Records what is asked of the network (`Harness.traffic`). */
  recordTraffic?: boolean;
  /** Leaves the page open that opens with the installation; default: it is closed before the first test. */
  keepWelcome?: boolean;
  /** In Chromium: as on a touch screen, where nothing hovers. */
  withFingers?: boolean;
  /** More of Firefox's preferences. */
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
 * A real browser with Wrapup installed, driven as a note-taker would. The same interface for both
 * browsers, so that a journey is written once.
 */
export interface Harness {
  readonly name: BrowserName;
  /** The pages that the browser can visit. */
  readonly site: Site;
  /** Where downloads go. */
  readonly downloadDir: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;

  /** Opens a page of `site` in a new tab in front. */
  open(url: string): Promise<Page>;
  /** The same where the page may never be loaded: waits only until its document is there. */
  openLoading(url: string): Promise<Page>;
  /** Opens any address in a new tab, without interception or waiting for its load. */
  openBare(url: string): Promise<Page>;
  /** Opens a page of the extension in a tab. */
  openOwn(path: string): Promise<Page>;
  /** Opens the real popup by the toolbar button while `page` is in front. */
  popup(page: Page): Promise<Page>;
  closePopup(): Promise<void>;
  /**
   * Opens the real panel beside `page`, for all tabs then: by the popup's button, or by our key; in
   * Chromium on a display alone (a command that its harness makes up is no gesture).
   */
  panel(page: Page, by?: 'button' | 'key'): Promise<Page>;
  closePanel(): Promise<void>;

  /** The page of ours, at the button or in a window, that shows an outcome which the page cannot show. */
  outcome(): Promise<Page>;

  /** Runs our keyboard command on the tab in front; on a display, by its real key. */
  shortcut(page: Page, command?: string): Promise<void>;
  /** The same on whatever tab is in front: a page that is stuck cannot be brought there. */
  press(command?: string): Promise<void>;
  /**
   * Chooses our item in the context menu opened on `target`, in the page or in a frame of another site.
   * `selectionText` stands in for a selection that Chromium's PDF viewer keeps to itself.
   */
  menu(
    page: Page,
    item: MenuItem,
    target: ElementHandle<Element>,
    selectionText?: string,
  ): Promise<void>;

  clipboard(): Promise<string>;
  /** Everything that is open, the popup too. */
  pages(): Promise<Page[]>;
  /** Text on the toolbar button, as it is over the tab in front. */
  badge(): Promise<string>;
  /** Runs `read` with the closed shadow root of the first element that matches, or gives null. */
  inClosedRoot<T>(
    page: Page,
    host: string,
    read: (root: ShadowRoot, arg: string) => T,
    arg?: string,
  ): Promise<T | null>;
  colorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;

  /**
   * Addresses that anything of the extension asked for, whether the test served them or not; with
   * `recordTraffic` alone. In Chromium it ends the browser: only then is all of it written down.
   */
  traffic(): Promise<string[]>;

  /** Empties all of our databases in mid-session, as the browser does by itself; files and settings stay. */
  wipeDatabases(): Promise<void>;
  /**
   * As after the installation: closes all pages, and forgets all that Wrapup has stored and was allowed, and
   * what was downloaded. The pages of `site` stay.
   */
  startAnew(): Promise<void>;
  /** Ends the service worker or event page as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /**
   * Quits the browser (`kill`: without giving it time to say goodbye) and starts it again with the same profile.
   * @param whileClosed may change the profile's files between the two
   */
  restart(how?: 'quit' | 'kill', whileClosed?: (profileDir: string) => void): Promise<void>;
  close(): Promise<void>;
}
