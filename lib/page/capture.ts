import type { Capture, CaptureRequest } from '../core/capture.ts';
import type { PageInfo } from '../core/source.ts';
import { previewSelection, readSelection } from './capture-selection.ts';
import { hasEvent, readEvent } from './event.ts';
import { deepActiveElement } from './find-selection.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { fittingUrl, readPageInfo } from './page-info.ts';
import { readLinkText, readPicture } from './picture.ts';
import { documentUrl, hasFocus, localName } from './safe-dom.ts';

const noData: LinkedData = { nodes: [], resolve: () => undefined };

/** The least that can be said of a page whose details cannot be read. */
function bareInfo(doc: Document): PageInfo {
  const url = fittingUrl(documentUrl(doc));
  return {
    url,
    canonicalUrl: url,
    title: '',
    cleanTitle: '',
    siteName: '',
    author: '',
    published: '',
    description: '',
    mediaType: 'text/html',
    language: '',
  };
}

/** What `read` gives, or `otherwise` where the page makes it fail: one broken part loses no other. */
function attempt<T>(read: () => T, otherwise: T, failed: () => void): T {
  try {
    return read();
  } catch {
    failed();
    return otherwise;
  }
}

/** Whether this document has the keyboard, not a frame in it. */
function isFocused(doc: Document): boolean {
  const active = deepActiveElement(doc);
  return hasFocus(doc) && !(active && ['iframe', 'frame'].includes(localName(active)));
}

/**
 * What one frame answers to `request`. Everything is read now, because a single-page application
 * changes it without loading. Never throws: what cannot be read is left empty, and `error` says so
 * where it is what was asked for. `today` is an ISO date.
 */
export function capture(
  doc: Document,
  request: CaptureRequest,
  frame: { top: boolean },
  today: string,
): Capture {
  let error: Capture['error'];
  const failed = () => {
    error = 'capture-failed';
  };
  const ignore = () => {};
  const data = attempt(() => readLinkedData(doc), noData, ignore);
  const page = attempt(() => readPageInfo(doc, data), bareInfo(doc), ignore);
  const answer: Capture = {
    frame: { top: frame.top, focused: attempt(() => isFocused(doc), false, ignore) },
    page,
    hasSelection: false,
    selectionPreview: '',
    hasEvent: attempt(() => hasEvent(doc, data), false, ignore),
  };
  answer.selectionPreview = attempt(() => previewSelection(doc), '', ignore);
  answer.hasSelection = answer.selectionPreview !== '';

  if (request.want === 'clip') {
    const read = attempt(() => readSelection(doc), { outcome: 'nothing' as const }, failed);
    if (read.outcome === 'selected') {
      answer.selection = read.selection;
      answer.hasSelection = true;
    }
    if (read.outcome === 'too-long') error = 'selection-too-long';
  }
  if (request.want === 'picture') {
    const picture = attempt(() => readPicture(doc, request.srcUrl), undefined, failed);
    if (picture) answer.picture = picture;
  }
  if (request.want === 'link') {
    answer.linkText = attempt(
      () => readLinkText(doc, request.linkUrl, deepActiveElement(doc)),
      '',
      failed,
    );
  }
  if (request.want === 'event') {
    const event = attempt(() => readEvent(doc, page.canonicalUrl, today, data), undefined, failed);
    if (event) answer.event = event;
  }
  if (error !== undefined) answer.error = error;
  return answer;
}
