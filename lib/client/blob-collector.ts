/** After this many bytes, parts are passed to the browser, which stores blobs outside the page. */
const foldBytes = 4 * 1024 * 1024;

/**
 * Assembles a file piece by piece without holding all of it, and keeps the page responsive in
 * between.
 */
export function collectBlob(mediaType: string) {
  const blobs: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const fold = () => {
    if (parts.length > 0) blobs.push(new Blob(parts));
    parts = [];
    length = 0;
  };
  return {
    async add(part: Uint8Array<ArrayBuffer>): Promise<void> {
      parts.push(part);
      length += part.length;
      if (length < foldBytes) return;
      fold();
      await new Promise((resolve) => setTimeout(resolve));
    },
    end(): Blob {
      fold();
      return new Blob(blobs, { type: mediaType });
    },
  };
}
