import { decodePost, type UnreadableFile } from './decode-post.ts';
import { openPost } from './open-post.ts';
import { blocksOf, frameOf, writePost } from './write-post.ts';

/** The result of opening a post and writing it again. */
export type CheckedPost =
  | { outcome: 'unchanged' }
  /** `byte` is the first that differs, counted from 0. */
  | { outcome: 'changed'; byte: number }
  | { outcome: 'unreadable'; reason: UnreadableFile };

export function checkPost(bytes: Uint8Array<ArrayBuffer>): CheckedPost {
  const text = decodePost(bytes);
  if (!text.ok) return { outcome: 'unreadable', reason: text.error };
  const post = openPost(text.value);
  const written = new TextEncoder().encode(writePost(frameOf(post), blocksOf(post)));
  const byte = firstDifference(bytes, written);
  return byte === undefined ? { outcome: 'unchanged' } : { outcome: 'changed', byte };
}

/** Returns where two files begin to differ; undefined if they are the same. */
export function firstDifference(one: Uint8Array, other: Uint8Array): number | undefined {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  if (at >= 0) return at;
  return one.length === other.length ? undefined : one.length;
}
