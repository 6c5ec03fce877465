const name = 'disk-room';
/** A cache accepts any address, and storing an entry contacts no server. */
const address = 'https://disk-room.invalid/';
/** Large enough that a full disk has no room for it. */
const leastBytes = 128 * 1024;
/** More than a browser writes to register a new file. */
const noteBytes = 16 * 1024;
/** Firefox (153) reports that there is no room, and goes on. */
const mayEnd = import.meta.env.BROWSER !== 'firefox';
/**
 * The most that `crypto.getRandomValues` gives, and the size of the pieces that Firefox (153)
 * compresses.
 */
const pieceBytes = 64 * 1024;
/** A browser that allows no cache here reports these errors, however much room there is. */
const isOfItself = (thrown: unknown) =>
  thrown instanceof TypeError ||
  thrown instanceof ReferenceError ||
  (thrown instanceof DOMException && thrown.name === 'SecurityError');

/**
 * True if the browser has no room for this many bytes, which is tried by writing them into a cache
 * of ours. Never rejects.
 *
 * It does not use a private file, because Chromium (156) crashes at the tenth file that has no
 * room, nor `navigator.storage.estimate()`, which returns the same on a full disk.
 */
export async function isDiskFull(bytes: number = leastBytes): Promise<boolean> {
  try {
    const cache = await caches.open(name);
    // Firefox would compress zeros to nothing.
    const piece = crypto.getRandomValues(new Uint8Array(Math.min(bytes, pieceBytes)));
    const pieces = Array.from({ length: Math.ceil(bytes / pieceBytes) }, () => piece);
    await cache.put(address + crypto.randomUUID(), new Response(new Blob(pieces)));
    return false;
  } catch (thrown) {
    // Chromium says that the entry exists, or `UnknownError`; Firefox throws an error that is no
    // `DOMException`.
    return !isOfItself(thrown);
  } finally {
    // This also removes what a killed browser left in it.
    await globalThis.caches?.delete(name).catch(() => undefined);
  }
}

/**
 * Call this before creating a private file, because Chromium (156) may crash if there is no room to
 * register one.
 * @throws `QuotaExceededError` on a full disk
 */
export async function needRoom(): Promise<void> {
  if (mayEnd && (await isDiskFull(noteBytes)))
    throw new DOMException('The disk is full', 'QuotaExceededError');
}
