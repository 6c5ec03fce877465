import type { Capture } from '../core/capture/capture.ts';
import type { PageInfo } from '../core/source/source.ts';
import type { SiteAdapter, SitePage } from './adapters/adapter.ts';
import { readSite } from './adapters/read-site.ts';
import { attempt } from './attempt.ts';
import { deepActiveElement } from './find-selection.ts';
import { headingNamed } from './heading.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { fittingUrl, readPageInfo } from './page-info.ts';
import {
  attribute,
  baseUrl,
  documentUrl,
  documentView,
  hasFocus,
  localName,
  ownerDocument,
} from './safe-dom.ts';
import type { selectedElements } from './selected-elements.ts';

const noData: LinkedData = { nodes: [], resolve: () => undefined };

/** Returns the minimum about a page whose details can't be read. */
function bareInfo(address: string): PageInfo {
  const url = fittingUrl(address);
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

/**
 * Returns the document whose details apply to this frame: a frame written by its page (`srcdoc`,
 * `about:blank`) has no address.
 */
function describedDocument(doc: Document): Document {
  let at = doc;
  while (documentUrl(at).startsWith('about:')) {
    const frame = documentView(at)?.frameElement;
    const around = frame && ownerDocument(frame);
    if (!around) break;
    at = around;
  }
  return at;
}

/**
 * Returns the frame in this document that has the keyboard focus; undefined if the document itself
 * has it.
 */
function focusedFrame(doc: Document): Element | undefined {
  const active = deepActiveElement(doc);
  return active && ['iframe', 'frame'].includes(localName(active)) ? active : undefined;
}

/** True if this document has the keyboard focus, and not a frame in it. */
function isFocused(doc: Document): boolean {
  return hasFocus(doc) && focusedFrame(doc) === undefined;
}

/** Some frames can't be entered by scripts; then only their address is known. */
function focusedEmbed(doc: Document): { focusedEmbed?: string } {
  const frame = focusedFrame(doc);
  if (!frame) return {};
  return {
    focusedEmbed: fittingUrl(URL.parse(attribute(frame, 'src'), baseUrl(frame))?.href ?? ''),
  };
}

/** One frame as it is now. */
export interface FrameReading {
  /** The base of every answer, with nothing selected. */
  answer: Capture;
  /** The document with those details, and its JSON-LD. */
  described: Document;
  data: LinkedData;
  /** For adapters; undefined if the document has no address. */
  site: SitePage | undefined;
}

/**
 * Reads what every answer of a frame begins with. Everything is read now, because a single-page
 * application changes it without loading. Never throws: what can't be read is left empty.
 * @param adapters those that were injected for the page's address; most pages need none
 * @param selected where the selection is, for details about the part of the page around it
 */
export function readFrame(
  doc: Document,
  frame: { top: boolean },
  adapters: readonly SiteAdapter[],
  selected?: ReturnType<typeof selectedElements>,
): FrameReading {
  const described = attempt(() => describedDocument(doc), doc);
  const data = attempt(() => readLinkedData(described), noData);
  const address = attempt(() => documentUrl(described), '');
  const info = attempt(() => readPageInfo(described, data), bareInfo(address));
  const url = URL.parse(address);
  const site: SitePage | undefined = url ? { doc: described, url, info, data } : undefined;
  const page = site ? attempt(() => readSite(adapters, site, selected), info) : info;
  const answer: Capture = {
    frame: {
      top: frame.top,
      focused: attempt(() => isFocused(doc), false),
      ...attempt(() => focusedEmbed(doc), {}),
    },
    page,
    hasSelection: false,
    selectionPreview: '',
    hasEvent: false,
  };
  return { answer, described, data, site };
}

/** Returns the section of the page that a fragment (without `#`) leads to, if any. */
export function sectionNamed(
  { described }: FrameReading,
  fragment: string,
): Pick<Capture, 'section'> {
  const heading = attempt(() => headingNamed(described, fragment), '');
  return heading === '' ? {} : { section: { heading } };
}
