import type { MenuInfo } from '../../clips/menu-page.ts';
import type { Profile } from '../../core/post/profile.ts';
import type { Camera, MediaReader, PageReader } from '../ports.ts';

/** What the intents look through. */
export interface CaptureEdges {
  pages: PageReader;
  media: MediaReader;
  camera: Camera;
}

/** Where the gesture was made, and what is known there without reading the page. */
export interface GestureContext {
  tabId: number;
  /** What the menu or the tab says; it may still be on its way while the page is read. */
  menu: Promise<MenuInfo | undefined>;
  profile: Promise<Profile>;
  /** Waited for if reading will hold the page up, so that it can be told before. */
  beforeLongRead?: (() => Promise<void>) | undefined;
}
