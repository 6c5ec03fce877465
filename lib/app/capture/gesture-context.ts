import type { MenuInfo } from '../../clips/menu-page.ts';
import type { Profile } from '../../core/post/profile.ts';
import type { Camera, MediaReader, PageReader } from '../ports.ts';

/** The services that the intents look through. */
export interface CaptureEdges {
  pages: PageReader;
  media: MediaReader;
  camera: Camera;
}

/** Where the gesture was made, and what is known there without reading the page. */
export interface GestureContext {
  tabId: number;
  /** What the menu or the tab says; it may still be pending while the page is read. */
  menu: Promise<MenuInfo | undefined>;
  profile: Promise<Profile>;
  /** Called and awaited if reading will block the page, so the page can say so first. */
  beforeLongRead?: (() => Promise<void>) | undefined;
}
