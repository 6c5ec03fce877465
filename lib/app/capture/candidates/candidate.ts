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

/**
 * `frameLate`: the keyboard was in a frame that did not answer in time. `selectionUnseen`: the
 * selection cannot be read here, so the page was clipped.
 */
export type ClipCandidate = { page: PageInfo; frameLate?: true; selectionUnseen?: true } & (
  | { kind: 'quote'; selection: CapturedSelection }
  | { kind: 'link'; title: string; url: string; note: string }
  | { kind: 'image'; picture: CapturedPicture }
  /** `frameId`: the frame that plays it; absent if no script may run there. */
  | { kind: 'moment'; moment: MomentFacts; frameId?: number }
  | { kind: 'screenshot'; picture: TakenPicture; linkUrl: string; about: string }
);

/** All that is known when something is clipped. */
export interface CaptureContext {
  /** The frames' answers, parsed; empty if the page could not be read. */
  captures: readonly FrameCapture[];
  /** True if a frame did not answer in time and is missing here. */
  isFrameLate: boolean;
  /** What the browser's menu says, if the menu was used. */
  menu: MenuInfo | undefined;
  /** Why the page could not be read. */
  unread: Failure | undefined;
  /** True if links should lead to the version of a page that was read, if its site keeps it. */
  permanentLinks: boolean;
}

/**
 * Returns the page of a frame. A frame made by a script or from a blob has no address, so it gets
 * that of the page around it.
 */
export function pageOf(frame: Capture, { captures }: CaptureContext): PageInfo {
  const top = topFrame(captures);
  return isLinkable(frame.page.url) || top === undefined ? frame.page : top.page;
}

/**
 * Returns the page itself, as it describes itself or else as the menu does. Undefined if neither
 * does, or if the menu was used on one of the browser's own pages.
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
  // A PDF viewer has no title, but the tab has.
  return { ...read, title: fromMenu.title, cleanTitle: fromMenu.cleanTitle };
}

/**
 * Returns the page as the menu describes it, as a viewer if it is unread because viewers keep
 * scripts out.
 */
function menuPage({ menu, unread }: { menu: MenuInfo; unread: Failure | undefined }): PageInfo {
  return createMenuPage(menu, unread?.code === 'pdf-needs-menu');
}

export function isFromPdf({ captures, menu, unread }: CaptureContext): boolean {
  const page = topFrame(captures)?.page ?? (menu && menuPage({ menu, unread }));
  return page !== undefined && isPdf(page);
}
