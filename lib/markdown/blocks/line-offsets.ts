/** Where each line begins in the text that they make when joined by line feeds, in UTF-16 code units. */
export function lineOffsets(lines: readonly string[]): number[] {
  let offset = 0;
  return lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    return start;
  });
}
