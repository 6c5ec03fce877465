import type { MomentFacts } from '../../../clips/create-item.ts';
import { createMenuPage, type MenuInfo } from '../../../clips/menu-page.ts';
import { isPdf } from '../../../clips/paper-key.ts';
import { isClippableUrl } from '../../../core/address/url.ts';
import type { Failure } from '../../../core/base/errors.ts';
import type { Capture, CapturedPicture, CapturedSelection } from '../../../core/capture/capture.ts';
import type { PageInfo } from '../../../core/source/source.ts';
import { isLinkable } from '../../../markdown/address.ts';
import type { TakenPicture } from '../../ports.ts';
import { type FrameCapture, topFrame } from '../../read-frames.ts';

/** The bytes of a picture. */
export interface Picture {
  bytes: ArrayBuffer;
  mediaType: string;
}

/** What a clip is made of. */
/**
 * `frameLate`: the keyboard was in a frame that did not answer in time. `selectionUnseen`: what is
 * selected cannot be known here, so the page was clipped.
 */
export type ClipCandidate = { page: PageInfo; frameLate?: true; selectionUnseen?: true } & (
  | { kind: 'quote'; selection: CapturedSelection }
  | { kind: 'link'; title: string; url: string; note: string }
  | { kind: 'image'; picture: CapturedPicture }
  /** `frameId`: where it plays; absent if no script may go there. */
  | { kind: 'moment'; moment: MomentFacts; frameId?: number }
  | { kind: 'screenshot'; picture: TakenPicture; linkUrl: string; about: string }
);

/** All that is known when something is clipped. */
export interface CaptureContext {
  /** What the frames said, parsed; empty if the page could not be read. */
  captures: readonly FrameCapture[];
  /** True if a frame did not answer in time, and is not among them. */
  isFrameLate: boolean;
  /** What the menu said, where the menu was used. */
  menu: MenuInfo | undefined;
  /** Why the page could not be read. */
  unread: Failure | undefined;
  /** True if links are to lead to the version of a page that was read, where its site keeps it. */
  permanentLinks: boolean;
}

/** The page of a frame; one made by a script or from a blob has no address, the page around it has. */
export function pageOf(frame: Capture, { captures }: CaptureContext): PageInfo {
  const top = topFrame(captures);
  return isLinkable(frame.page.url) || top === undefined ? frame.page : top.page;
}

/**
 * The page itself: as it says, else as the menu says; undefined if neither does, or where the menu
 * was used on a page that is the browser's own.
 */
export function pageAround({
  captures,
  menu,
  unread,
}: Pick<CaptureContext, 'captures' | 'menu'> & Partial<Pick<CaptureContext, 'unread'>>):
  | PageInfo
  | undefined {
  const fromMenu = menu && isClippableUrl(menu.pageUrl) ? menuPage({ menu, unread }) : undefined;
  const read = topFrame(captures)?.page;
  if (read === undefined || fromMenu === undefined || read.title !== '') return read ?? fromMenu;
  // The viewer of a PDF has no title of its own; the tab has.
  return { ...read, title: fromMenu.title, cleanTitle: fromMenu.cleanTitle };
}

/** The page as the menu says, in a viewer that keeps scripts out if that is why it is unread. */
function menuPage({ menu, unread }: { menu: MenuInfo; unread: Failure | undefined }): PageInfo {
  return createMenuPage(menu, unread?.code === 'pdf-needs-menu');
}

export function isFromPdf({ captures, menu, unread }: CaptureContext): boolean {
  const page = topFrame(captures)?.page ?? (menu && menuPage({ menu, unread }));
  return page !== undefined && isPdf(page);
}
