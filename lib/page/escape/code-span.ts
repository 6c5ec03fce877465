const runs = { '`': /`+/g, '~': /~+/g };

/** A fence of at least `least` characters, of a length that no run in `text` has. */
export function fenceFor(text: string, character: '`' | '~', least: number): string {
  const lengths = new Set<number>();
  for (const [run] of text.matchAll(runs[character])) lengths.add(run.length);
  let count = least;
  while (lengths.has(count)) count++;
  return character.repeat(count);
}

/** Inline code. `inCell`: in a pipe table, whose cells are cut before code is seen. */
export function codeSpan(text: string, inCell: boolean): string {
  const fence = fenceFor(text, '`', 1);
  const isPadded = text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text);
  const pad = text.startsWith('`') || text.endsWith('`') || isPadded ? ' ' : '';
  const code = inCell ? text.replaceAll('|', '\\|') : text;
  return fence + pad + code + pad + fence;
}
