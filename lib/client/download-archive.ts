import { attempt } from '../app/attempt.ts';
import type { Post, Watched } from '../app/export-wrap-up.ts';
import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { collectBlob } from './blob-collector.ts';
import { loadArchive } from './loaded-later.ts';
import { deps } from './services.ts';
import { downloadFile } from './take-away.ts';

/** Downloads the post with its pictures as a zip; returns how many drawings were cleaned. */
export async function downloadArchive(
  post: Post,
  watched: Watched,
): Promise<Result<{ cleaned: number }, Failure>> {
  const loaded = await attempt(loadArchive);
  if (!loaded.ok) return loaded;
  const { cleanDrawing, exportArchive } = loaded.value;
  const zip = collectBlob('application/zip');
  const made = await exportArchive({ ...deps, cleanDrawing }, post, zip.add, watched);
  if (!made.ok) return made;
  downloadFile(made.value.name, zip.end());
  return { ok: true, value: { cleaned: made.value.cleaned } };
}
