import * as v from 'valibot';
import { fail, ok, type Result } from '../../core/base/result.ts';
import { createWrapUp } from '../../core/post/create-wrap-up.ts';
import { type Profile, ProfileSchema } from '../../core/post/profile.ts';
import { composeDraft } from '../../render/compose.ts';

const format = 'wrapup-style';
/** Increased when an older file can no longer be read. */
const version = 1;
/** Characters of the longest file that is read: far more than any style needs. */
export const longestStyle = 2_000_000;

export interface StyleFileError {
  /** `not-working`: its Liquid is broken, loops, or requests a file. */
  reason: 'not-a-style' | 'newer' | 'wrong-values' | 'not-working';
  /** What is wrong, in the words of the parser or engine. */
  detail: string;
}

/** Writes a house style as a file for sharing. */
export function writeStyleFile(profile: Profile): string {
  const { deletedAt: _, ...style } = profile;
  return `${JSON.stringify({ format, version, style }, undefined, 2)}\n`;
}

/** A post for testing a style: everything in it is empty except required fields. */
const sample = createWrapUp({
  id: '00000000-0000-4000-8000-000000000000',
  now: '2026-01-01T00:00:00.000Z',
  offsetMinutes: 0,
  title: 'Sample #1',
});

const FileSchema = v.object({
  format: v.literal(format),
  version: v.number(),
  style: v.optional(v.unknown()),
});

/**
 * Reads a style's file, whoever wrote it: only what a style may contain, and only if it produces a
 * post.
 */
export function readStyleFile(text: string): Result<Profile, StyleFileError> {
  if (text.length > longestStyle) return fail({ reason: 'not-a-style', detail: '' });
  const file = v.safeParse(FileSchema, parsed(text));
  if (!file.success) return fail({ reason: 'not-a-style', detail: '' });
  if (file.output.version > version) return fail({ reason: 'newer', detail: '' });
  const style = v.safeParse(ProfileSchema, file.output.style);
  if (!style.success) {
    const [issue] = style.issues;
    return fail({ reason: 'wrong-values', detail: v.getDotPath(issue) ?? '' });
  }
  const profile: Profile = { ...style.output, deletedAt: null };
  const made = composeDraft(sample, [], profile);
  return made.ok ? ok(profile) : fail({ reason: 'not-working', detail: made.error.detail ?? '' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // It is no JSON, and so no style.
    return undefined;
  }
}
