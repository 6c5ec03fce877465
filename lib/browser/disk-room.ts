const name = 'disk-room';
/** A cache takes any address and asks no server for what is put in it. */
const address = 'https://disk-room.invalid/';
/** Enough that a full disk has no room for it. */
const leastBytes = 128 * 1024;
/** More than a browser writes to note a new file. */
const noteBytes = 16 * 1024;
/** Firefox (153) says that there is none, and goes on. */
const mayEnd = import.meta.env.BROWSER !== 'firefox';
/** What `crypto.getRandomValues` gives at most, and what Firefox (153) compresses apart. */
const pieceBytes = 64 * 1024;
/** A browser that allows no cache here says so by these, whatever room there is. */
const isOfItself = (thrown: unknown) =>
  thrown instanceof TypeError ||
  thrown instanceof ReferenceError ||
  (thrown instanceof DOMException && thrown.name === 'SecurityError');

/**
 * True if the browser has no room for so many bytes, tried by writing them into a cache of our own. Never rejects.
 *
 * Not with a private file: Chromium (156) ends by itself at the tenth file that has no room. Not by
 * `navigator.storage.estimate()`, which tells the same on a full disk.
 */
export async function isDiskFull(bytes: number = leastBytes): Promise<boolean> {
  try {
    const cache = await caches.open(name);
    // Firefox would make nothing of zeros.
    const piece = crypto.getRandomValues(new Uint8Array(Math.min(bytes, pieceBytes)));
    const pieces = Array.from({ length: Math.ceil(bytes / pieceBytes) }, () => piece);
    await cache.put(address + crypto.randomUUID(), new Response(new Blob(pieces)));
    return false;
  } catch (thrown) {
    // Chromium says that the entry exists, or `UnknownError`; Firefox throws an error that is no `DOMException`.
    return !isOfItself(thrown);
  } finally {
    // And what a browser that was killed left in it.
    await globalThis.caches?.delete(name).catch(() => undefined);
  }
}

/**
 * To be called before a private file is made: Chromium (156) may end where it has no room to note one.
 * @throws `QuotaExceededError` on a full disk
 */
export async function needRoom(): Promise<void> {
  if (mayEnd && (await isDiskFull(noteBytes)))
    throw new DOMException('The disk is full', 'QuotaExceededError');
}
