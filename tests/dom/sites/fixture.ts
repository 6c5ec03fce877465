import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import {
  type Capture,
  type CaptureRequest,
  CaptureSchema,
} from '../../../lib/core/capture/capture.ts';
import type { SiteAdapter } from '../../../lib/page/adapters/adapter.ts';
import { capturePage, type PageRequest } from '../../../lib/page/capture-page.ts';
import { capturePerson } from '../../../lib/page/capture-person.ts';
import { captureSelection } from '../../../lib/page/capture-selection.ts';
import { documentElement, documentSelection, documentUrl } from '../../../lib/page/safe-dom.ts';
import { sitesFor } from '../../../lib/sites/find-site.ts';
import { selectMarked, visit } from '../page/support.ts';
import { adaptersIn } from './adapters.ts';

const folder = join(import.meta.dirname, '../../fixtures/sites');

export const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

export interface Fixture {
  url: string;
  head: string;
  body: string;
}

/** Reads a page with the address in its first line; `[[` and `]]` mark the selection. */
export function readFixture(path: string): Fixture {
  const text = readFileSync(join(folder, path), 'utf8');
  const url = /^<!-- url: (\S+) -->/.exec(text)?.[1];
  if (url === undefined) throw new Error(`${path} does not begin with <!-- url: … -->`);
  const page = new DOMParser().parseFromString(text, 'text/html');
  return { url, head: page.head.innerHTML, body: page.body.innerHTML };
}

/** Returns the adapters of the one script that the background would inject at this address. */
export function adaptersAt(url: string): readonly SiteAdapter[] {
  const script = sitesFor(new URL(url))[0]?.script;
  return script ? adaptersIn[script] : [];
}

function answerTo(want: CaptureRequest['want'], own: readonly SiteAdapter[]): Capture {
  const top = { top: true };
  if (want === 'clip') return captureSelection(document, top, own);
  if (want === 'person') return capturePerson(document, top, own);
  return capturePage(document, { want } as PageRequest, top, '2026-03-01', own);
}

/** Returns what the page's frame answers, as the background receives it. */
export function capture(want: CaptureRequest['want'], url = documentUrl(document)): Capture {
  return v.parse(CaptureSchema, structuredClone(answerTo(want, adaptersAt(url))));
}

/** Shows a fixture; if it has marks, the text between them is selected. */
export function show(path: string, changes: Partial<Fixture> = {}): Document {
  const { url, head, body } = { ...readFixture(path), ...changes };
  const doc = visit(url, head, body);
  const root = documentElement(doc);
  if (root && body.includes('[[')) selectMarked(root);
  return doc;
}

export function captureFixture(path: string, want: CaptureRequest['want'] = 'clip'): Capture {
  show(path);
  return capture(want);
}

/** Captures it without a selection. */
export function captureUnselected(path: string, changes: Partial<Fixture> = {}): Capture {
  show(path, changes);
  documentSelection(document)?.removeAllRanges();
  return capture('clip');
}
