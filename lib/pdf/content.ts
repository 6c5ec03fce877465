/** A value in a content stream, as far as text extraction needs it. */
export type Operand = { name: string } | { bytes: Uint8Array } | Operand[] | null;

const isSpace = (byte: number) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 9 || byte === 12 || byte === 0;
/** ( ) < > [ ] { } / % */
const isDelimiter = (byte: number) =>
  [0x28, 0x29, 0x3c, 0x3e, 0x5b, 0x5d, 0x7b, 0x7d, 0x2f, 0x25].includes(byte);

const escapes: Record<number, number> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };
const maxOperands = 5_000;

/**
 * Calls back for every operator of a content stream (ISO 32000-2, 7.8) with its operands. Numbers,
 * dictionaries and inline pictures are skipped; at broken syntax it skips a byte.
 */
export function readContent(
  bytes: Uint8Array,
  onOperator: (operator: string, operands: readonly Operand[]) => void,
): void {
  let at = 0;
  let operands: Operand[] = [];
  const arrays: Operand[][] = [];
  const push = (value: Operand) => {
    const into = arrays.at(-1) ?? operands;
    if (into.length < maxOperands) into.push(value);
  };
  const word = () => {
    const start = at;
    while (at < bytes.length && !isSpace(bytes[at] ?? 0) && !isDelimiter(bytes[at] ?? 0)) at++;
    return latin(bytes.subarray(start, at));
  };
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (isSpace(byte)) at++;
    else if (byte === 0x25) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
    else if (byte === 0x28) {
      const string = literal(bytes, at + 1);
      push({ bytes: string.value });
      at = string.end;
    } else if (byte === 0x3c && bytes[at + 1] !== 0x3c) {
      const end = bytes.indexOf(0x3e, at);
      const last = end < 0 ? bytes.length : end;
      push({ bytes: hex(bytes.subarray(at + 1, last)) });
      at = last + 1;
    } else if (byte === 0x5b) {
      arrays.push([]);
      at++;
    } else if (byte === 0x5d) {
      const array = arrays.pop();
      if (array) push(array);
      at++;
    } else if (byte === 0x2f) {
      at++;
      push({ name: word() });
    } else if (isDelimiter(byte)) at++;
    else {
      const text = word();
      if (/^[-+.\d]/.test(text)) push(null);
      else {
        if (text === 'ID') at = afterInlinePicture(bytes, at);
        else onOperator(text, operands);
        operands = [];
        arrays.length = 0;
      }
    }
  }
}

export function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Reads a string in parentheses, from after the opening one to after the closing one. */
function literal(bytes: Uint8Array, start: number): { value: Uint8Array; end: number } {
  const value: number[] = [];
  let at = start;
  for (let depth = 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x5c) {
      const octal = /^[0-7]{1,3}/.exec(latin(bytes.subarray(at + 1, at + 4)))?.[0];
      const next = bytes[at + 1] ?? 0;
      if (octal) value.push(Number.parseInt(octal, 8) & 0xff);
      else if (next !== 10 && next !== 13) value.push(escapes[next] ?? next);
      at += octal?.length ?? 1;
      continue;
    }
    if (byte === 0x28) depth++;
    else if (byte === 0x29 && --depth === 0) break;
    value.push(byte);
  }
  return { value: Uint8Array.from(value), end: at + 1 };
}

export function hex(bytes: Uint8Array): Uint8Array {
  const digits = latin(bytes).replace(/[^\da-f]/gi, '');
  const padded = digits.length % 2 === 0 ? digits : `${digits}0`;
  return Uint8Array.from({ length: padded.length / 2 }, (_, index) =>
    Number.parseInt(padded.slice(2 * index, 2 * index + 2), 16),
  );
}

/**
 * Returns the position after the `EI` that ends an inline picture: it has white space around it, as
 * the picture's bytes may be anything.
 */
function afterInlinePicture(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    const ends = bytes[at] === 0x45 && bytes[at + 1] === 0x49;
    if (ends && isSpace(bytes[at - 1] ?? 0) && isSpace(bytes[at + 2] ?? 0x20)) return at + 2;
  }
  return bytes.length;
}
