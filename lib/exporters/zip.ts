import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ExportFile } from './exporter.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What is put in at once; more would hold up the page that shows the progress. */
const sliceBytes = 1024 * 1024;
/** Offsets in a zip without extensions have four bytes. */
const maxZipBytes = 0xff_ff_ff_ff;

/** The pictures are more than a zip can hold. */
export class ZipTooLarge extends Error {
  readonly code = 'export-too-large';
}

/**
 * A time at the start of what a zip can hold. Fixed, so that the same wrap-up gives the same bytes;
 * local and made anew, because a zip's times have no zone and the machine's may change.
 */
function fixedTime(): Date {
  return new Date(1980, 0, 2, 12);
}

/**
 * One archive of all files, piece by piece: names in UTF-8; pictures, which are compressed already,
 * as they are. Never more than one picture is held at once.
 * @param read the bytes of a picture, by asset id
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
