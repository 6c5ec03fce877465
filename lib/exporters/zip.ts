import { type Zippable, zipSync } from 'fflate';
import type { ExportFile } from './exporter.ts';

/**
 * A time at the start of what a zip can hold. Fixed, so that the same wrap-up gives the same bytes;
 * local and made anew, because a zip's times have no zone and the machine's may change.
 */
function fixedTime(): Date {
  return new Date(1980, 0, 2, 12);
}

/** One archive of all files, names in UTF-8; pictures, which are compressed already, as they are. */
export function zipFiles(files: readonly ExportFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const mtime = fixedTime();
  const entries: Zippable = {};
  for (const { path, content } of files) {
    entries[path] =
      typeof content === 'string'
        ? [encoder.encode(content), { level: 6, mtime }]
        : [content, { level: 0, mtime }];
  }
  return zipSync(entries);
}
