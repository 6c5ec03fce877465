import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ExportFile } from './exporter.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** How much is added at once; more would block the page that shows the progress. */
const sliceBytes = 1024 * 1024;
/** Offsets in a zip without extensions have four bytes. */
const maxZipBytes = 0xff_ff_ff_ff;

/** The pictures are too large for a zip. */
export class ZipTooLarge extends Error {
  readonly code = 'export-too-large';
}

/**
 * Returns a time near the start of a zip's range. It is fixed, so that the same wrap-up gives the
 * same bytes; it is local and created each time, because a zip's times have no zone and the
 * machine's zone may change.
 */
function fixedTime(): Date {
  return new Date(1980, 0, 2, 12);
}

/**
 * Yields one archive of all files, piece by piece: names in UTF-8; pictures, which are compressed
 * already, unchanged. At most one picture is in memory at once.
 * @param read returns the bytes of a picture, by asset id
 * @param onFile called when a file is in it
 * @throws ZipTooLarge, and what `read` throws
 */
export async function* zipFiles(
  files: readonly ExportFile[],
  read: (assetId: string) => Promise<Bytes>,
  onFile: () => void = () => undefined,
): AsyncGenerator<Bytes> {
  const made: Bytes[] = [];
  let failed: Error | null = null;
  let length = 0;
  const zip = new Zip((error, data) => {
    failed ??= error;
    length += data?.length ?? 0;
    if (data?.length) made.push(data);
  });
  const taken = () => {
    if (failed) throw failed;
    if (length > maxZipBytes) throw new ZipTooLarge(`${length} bytes`);
    return made.splice(0);
  };
  for (const { path, content } of files) {
    const isText = typeof content === 'string';
    const bytes = isText ? new TextEncoder().encode(content) : await read(content.assetId);
    const entry = isText ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    entry.mtime = fixedTime();
    zip.add(entry);
    for (let at = 0; ; at += sliceBytes) {
      const isLast = at + sliceBytes >= bytes.length;
      entry.push(bytes.subarray(at, at + sliceBytes), isLast);
      yield* taken();
      if (isLast) break;
    }
    onFile();
  }
  zip.end();
  yield* taken();
}
