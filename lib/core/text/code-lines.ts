/** True for a line that looks like sentences, not commands, columns or drawings. */
export function isPlainProse(line: string): boolean {
  const text = line.trim();
  if (text.length < 25 || / {3,}\S/.test(text)) return false;
  const letters = text.match(/[\p{L}\s,.'’“”"();:-]/gu)?.length ?? 0;
  return letters / text.length > 0.9 && text.split(/\s+/).length >= 4 && !/[;{}]$/.test(text);
}

/** True for a line that looks like a programming language. */
export function looksLikeCode(line: string): boolean {
  const text = line.trim();
  return (
    /[;{}]$|^[}\])]|=>|->|::|\(\)|^(?:#include|import |from \S+ import|def |func |fn |let |const |var |return\b|if \(|for \(|package |use |\/\/|\/\*|\* )/.test(
      text,
    ) || /^[\w.[\]]+\s*[+:]?=\s*\S/.test(text)
  );
}

/** True for lines whose meaning depends on alignment: drawings, tables, columns. */
export function looksLikeDiagram(lines: readonly string[]): boolean {
  if (lines.some((line) => /[─━│┃┌┐└┘├┤┬┴┼═║╔╗╚╝]/u.test(line))) return true;
  const drawn = lines.filter((line) => /\+[-=+]{2,}|[-=]{3,}>|<[-=]{3,}|^\s*\|.*\|\s*$/.test(line));
  if (drawn.length > 0 && drawn.length >= lines.length / 3) return true;
  const columns = lines.filter((line) => /\S {3,}\S/.test(line));
  return lines.length >= 2 && columns.length > lines.length / 2;
}
