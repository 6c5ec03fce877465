/**
 * Inflates a stream's bytes (RFC 1950), but not beyond `maxBytes`, because a few kilobytes may be
 * crafted to expand to gigabytes. What came before an error is kept, because many programs write
 * streams that end early.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader();
  try {
    while (length < maxBytes) {
      const part = await reader.read();
      if (part.done) break;
      parts.push(part.value);
      length += part.value.length;
    }
    await reader.cancel();
  } catch {
    // It was cut short, or is not deflated at all.
  }
  return joined(parts, Math.min(length, maxBytes));
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    const rest = part.subarray(0, length - at);
    all.set(rest, at);
    at += rest.length;
  }
  return all;
}
