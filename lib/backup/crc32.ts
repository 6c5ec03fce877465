/**
 * Tables for four bytes at a time, so a gigabyte of pictures takes only seconds. Created when first
 * needed.
 */
let tables: Uint32Array[] | undefined;

function makeTables(): Uint32Array[] {
  const first = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let value = n;
    for (let bit = 0; bit < 8; bit++) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    first[n] = value >>> 0;
  }
  const all = [first];
  for (let k = 1; k < 4; k++) {
    const last = all[k - 1] as Uint32Array;
    all.push(last.map((value) => ((value >>> 8) ^ (first[value & 255] as number)) >>> 0));
  }
  return all;
}

/**
 * Computes the CRC-32 that zip uses (ISO 3309), of bytes that come in pieces.
 * @param before the result for the previous pieces; 0 at first
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  tables ??= makeTables();
  const [t0, t1, t2, t3] = tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let crc = ~before;
  const { length } = bytes;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    crc =
      (t3[crc & 255] as number) ^
      (t2[(crc >>> 8) & 255] as number) ^
      (t1[(crc >>> 16) & 255] as number) ^
      (t0[crc >>> 24] as number);
  }
  for (; at < length; at++) {
    crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] as number)) & 255] as number);
  }
  return ~crc >>> 0;
}
