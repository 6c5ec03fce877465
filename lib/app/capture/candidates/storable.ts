import * as v from 'valibot';
import { MomentFactsSchema } from '../../../clips/create-item.ts';
import { limits } from '../../../core/base/limits.ts';
import { UrlSchema } from '../../../core/base/record.ts';
import { CapturedPictureSchema, CapturedSelectionSchema } from '../../../core/capture/capture.ts';
import { PageInfoSchema } from '../../../core/source/source.ts';
import type { ClipCandidate } from './candidate.ts';

const page = PageInfoSchema;
const title = v.pipe(v.string(), v.maxLength(limits.title));

/** A candidate in a form that JSON can hold: a screenshot's bytes are base64. */
const StorableSchema = v.variant('kind', [
  v.object({ kind: v.literal('quote'), page, selection: CapturedSelectionSchema }),
  v.object({ kind: v.literal('link'), page, title, url: UrlSchema, note: v.string() }),
  v.object({ kind: v.literal('image'), page, picture: CapturedPictureSchema }),
  v.object({ kind: v.literal('moment'), page, moment: MomentFactsSchema }),
  v.object({
    kind: v.literal('screenshot'),
    page,
    picture: v.object({
      bytes: v.pipe(v.string(), v.base64(), v.transform(fromBase64)),
      mediaType: v.string(),
      uniform: v.boolean(),
      reduced: v.optional(v.boolean()),
    }),
    linkUrl: UrlSchema,
    about: v.string(),
  }),
]);

export function storableCandidate(candidate: ClipCandidate): unknown {
  if (candidate.kind !== 'screenshot') return candidate;
  const { picture } = candidate;
  return { ...candidate, picture: { ...picture, bytes: toBase64(picture.bytes) } };
}

/** Returns undefined if the value isn't a stored candidate. */
export function parseStoredCandidate(stored: unknown): ClipCandidate | undefined {
  const parsed = v.safeParse(StorableSchema, stored);
  return parsed.success ? parsed.output : undefined;
}

const chunk = 0x8000;

function toBase64(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes);
  let binary = '';
  for (let at = 0; at < all.length; at += chunk) {
    binary += String.fromCharCode(...all.subarray(at, at + chunk));
  }
  return btoa(binary);
}

function fromBase64(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer;
}
