import { hex, latin } from './content.ts';

/** A font's mapping from codes to text. */
export interface CodeMap {
  /** How many bytes one code has. */
  codeBytes: 1 | 2;
  text: Map<number, string>;
}

const maxRange = 65_536;

const numberIn = (digits: string) => Number.parseInt(digits, 16);

/** Decodes UTF-16BE from hexadecimal digits. */
function utf16(digits: string): string {
  const bytes = hex(new TextEncoder().encode(digits));
  return new TextDecoder('utf-16be').decode(bytes);
}

/** Returns `utf16(digits)` with its last unit increased. */
function moved(start: string, by: number): string {
  const last = start.charCodeAt(start.length - 1);
  return start.slice(0, -1) + String.fromCharCode(last + by);
}

/** Reads a ToUnicode CMap (ISO 32000-2, 9.10.3); what is not understood is left out. */
export function readToUnicode(bytes: Uint8Array): CodeMap {
  const cmap = latin(bytes);
  const text = new Map<number, string>();
  const space = /begincodespacerange\s*<([\da-f\s]+)>/i.exec(cmap)?.[1]?.replace(/\s/g, '');
  for (const [, block = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', to = ''] of block.matchAll(/<([\da-f]+)>\s*<([\da-f\s]*)>/gi)) {
      text.set(numberIn(code), utf16(to));
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    const ranges = /<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f\s]*)>|\[([^\]]*)\])/gi;
    for (const [, from = '', to = '', start, list] of block.matchAll(ranges)) {
      const [first, last] = [numberIn(from), numberIn(to)];
      const listed = [...(list ?? '').matchAll(/<([\da-f\s]*)>/gi)].map(([, each = '']) => each);
      const begin = start === undefined ? '' : utf16(start);
      for (let by = 0; by <= Math.min(last - first, maxRange); by++) {
        const mapped = list === undefined ? moved(begin, by) : utf16(listed[by] ?? '');
        text.set(first + by, mapped);
      }
    }
  }
  return { codeBytes: (space?.length ?? 2) > 2 ? 2 : 1, text };
}
