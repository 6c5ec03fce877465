/** A place where an error ends, in a file's source. */
export interface CatchClause {
  line: number;
  /** The error is used, or a comment in it or right above says why nobody is told. */
  isAccounted: boolean;
}

/** Finds every `catch` clause and every `.catch(…)`. */
export function catchClauses(source: string): CatchClause[] {
  const clauses: CatchClause[] = [];
  for (const found of source.matchAll(/\.catch\(|\bcatch\s*(?:\(([^)]*)\)\s*)?\{/g)) {
    const start = found.index + found[0].length;
    const body = upToItsEnd(source, start);
    const isMethod = found[0].startsWith('.');
    const above = source.slice(0, found.index).trimEnd().split('\n');
    const isExplained = /\/\/|\/\*/.test(body) || (isMethod && isCommented(source, found.index));
    const name = isMethod ? parameterOf(body) : (found[1] ?? '').split(':')[0]?.trim();
    const rest = isMethod ? body.replace(/^[^=]*=>/, '') : body;
    const isUsed = name === null || (!!name && new RegExp(`(?<![\\w.])${name}\\b`).test(rest));
    clauses.push({ line: above.length, isAccounted: isUsed || isExplained });
  }
  return clauses;
}

/**
 * Returns the name of the error that a callback takes; '' for none, null if the callback is itself
 * a name.
 */
function parameterOf(callback: string): string | null {
  const arrow = /^\s*(?:async\s*)?\(?\s*([\w$]*)[^=]*=>/.exec(callback);
  return arrow ? (arrow[1] ?? '') : null;
}

/** True if the statement around a place has a comment above it. */
function isCommented(source: string, index: number): boolean {
  const lines = source.slice(0, index).split('\n');
  // A statement may span lines: one that begins with a dot or is indented deeper continues it.
  let at = lines.length - 1;
  const isGoingOn = (text: string) => /^\s*(?:\.|\)|$)/.test(text);
  while (at > 0 && isGoingOn(lines[at] ?? '')) at--;
  const indent = /^\s*/.exec(lines[at] ?? '')?.[0].length ?? 0;
  for (let up = at - 1; up >= 0 && up > at - 8; up--) {
    const text = lines[up] ?? '';
    if (/^\s*(?:\/\/|\*|\/\*)/.test(text)) return true;
    if ((/^\s*/.exec(text)?.[0].length ?? 0) >= indent || /^\s*$/.test(text)) return false;
    if (!/[([{=,>]\s*$|^\s*(?:if|else|for|while)\b/.test(text)) return false;
  }
  return false;
}

/** Returns the text between an opening bracket, just before `start`, and its partner. */
function upToItsEnd(source: string, start: number): string {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    const character = source[at];
    if (character === '{' || character === '(') depth++;
    if (character === '}' || character === ')') depth--;
    if (depth === 0) return source.slice(start, at);
  }
  return source.slice(start);
}
