import { sha256Hex } from '../../lib/core/base/hash.ts';

/** Makes assets of some bytes (a picture's content does not matter here), by id. */
export async function createAssets(...texts: string[]) {
  const assets = new Map<
    string,
    { id: string; mediaType: string; bytes: ArrayBuffer; createdAt: string }
  >();
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text).buffer;
    const id = await sha256Hex(bytes);
    assets.set(id, { id, mediaType: 'image/png', bytes, createdAt: '2026-11-20T10:00:00.000Z' });
  }
  return { assets, ids: [...assets.keys()] };
}
