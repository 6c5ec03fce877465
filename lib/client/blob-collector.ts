/** Bytes after which parts are handed to the browser, which keeps blobs outside of the page. */
const foldBytes = 4 * 1024 * 1024;

/**
 * Puts a file together piece by piece without holding all of it, and lets the page be drawn and
 * clicked in between.
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
