import type { Token } from '../outline/inline-run.ts';
import { classOf, firstCharacter, lastCharacter } from './characters.ts';

/** What text in a run must mind of the rest of it. */
export interface RunFacts {
  /** Delimiters that could pair up with another in this run. */
  active: { '*': boolean; _: boolean; '~': boolean; '`': boolean };
  /** For each token, the places of brackets that would make, or unmake, a link. */
  brackets: Map<number, Set<number>>;
}

type Delimiter = '*' | '_' | '~';
const delimiterRuns = /\*+|_+|~+|`+/g;

/** Looks over a run once. A lone delimiter means nothing; one that finds a partner is to be escaped. */
export function runFacts(tokens: readonly Token[], inLink: boolean, inItem: boolean): RunFacts {
  const active = { '*': false, _: false, '~': false, '`': false };
  const firstOpener: Record<string, number> = {};
  let order = 0;
  let hasBrackets = false;
  let backticks = 0;
  tokens.forEach((token, index) => {
    if (token.type === 'open') {
      if (token.mark.kind === 'em' || token.mark.kind === 'strong') active['*'] = active._ = true;
      if (token.mark.kind === 'del') active['~'] = true;
    } else if (token.type === 'code') backticks += 2;
    else if (token.type === 'image') backticks += /`/.test(token.alt + token.title) ? 2 : 0;
    else if (token.type === 'text') {
      const { text } = token;
      hasBrackets ||= /[[\]]/.test(text);
      if (!/[*_~`]/.test(text)) return;
      for (const match of text.matchAll(delimiterRuns)) {
        const delimiter = match[0].charAt(0);
        order++;
        if (delimiter === '`') {
          backticks++;
          continue;
        }
        if (active[delimiter as Delimiter]) continue;
        const sides = sidesOf(tokens, index, match.index, match[0].length);
        const { opens, closes } = flanking(delimiter as Delimiter, sides.before, sides.after);
        if (closes && (firstOpener[delimiter] ?? order) < order)
          active[delimiter as Delimiter] = true;
        if (opens) firstOpener[delimiter] ??= order;
      }
    }
  });
  active['`'] = backticks > 1 || inLink;
  return { active, brackets: hasBrackets ? bracketsToEscape(tokens, inLink, inItem) : new Map() };
}

/** The characters around a piece of a text token; what is not text counts as punctuation. */
export function sidesOf(tokens: readonly Token[], index: number, at: number, length: number) {
  const token = tokens[index];
  const text = token?.type === 'text' ? token.text : '';
  const edge = (neighbour: Token | undefined): string =>
    neighbour === undefined || neighbour.type === 'break' ? '' : '.';
  return {
    before: at > 0 ? lastCharacter(text.slice(Math.max(0, at - 2), at)) : edge(tokens[index - 1]),
    after:
      at + length < text.length
        ? firstCharacter(text.slice(at + length, at + length + 2))
        : edge(tokens[index + 1]),
  };
}

/** Whether a run of delimiters may open or close emphasis, by any of the specification's versions. */
export function flanking(delimiter: Delimiter, before: string, after: string) {
  if (delimiter === '_' && classOf(before) === 'other' && classOf(after) === 'other') {
    return { opens: false, closes: false };
  }
  // Other spaces than these may be written as entities, which are none to Markdown.
  const isSpace = (character: string): boolean => character === '' || character === ' ';
  return { opens: !isSpace(after), closes: !isSpace(before) };
}

function bracketsToEscape(
  tokens: readonly Token[],
  inLink: boolean,
  inItem: boolean,
): Map<number, Set<number>> {
  const places = new Map<number, Set<number>>();
  const mark = (token: number, at: number): void => {
    const set = places.get(token);
    if (set) set.add(at);
    else places.set(token, new Set([at]));
  };
  let open: [token: number, at: number][] = [];
  const outer: (typeof open)[] = [];
  let linkDepth = inLink ? 1 : 0;
  const escapeOpen = (): void => {
    for (const [token, at] of open) mark(token, at);
  };
  tokens.forEach((token, index) => {
    if (token.type === 'open' && token.mark.kind === 'link') {
      outer.push(open);
      open = [];
      linkDepth++;
    } else if (token.type === 'close' && token.mark.kind === 'link') {
      escapeOpen();
      open = outer.pop() ?? [];
      linkDepth--;
    } else if (token.type === 'text') {
      for (const match of token.text.matchAll(/[[\]]/g)) {
        const at = match.index;
        if (match[0] === '[') {
          open.push([index, at]);
          continue;
        }
        const start = open.pop();
        if (!start) {
          if (linkDepth > 0) mark(index, at);
          continue;
        }
        const opener = tokens[start[0]];
        // goldmark takes a box anywhere in a list item for a task's.
        const isBox =
          inItem &&
          start[0] === index &&
          at === start[1] + 2 &&
          /[ xX]/.test(token.text.charAt(at - 1));
        const isNote = opener?.type === 'text' && opener.text[start[1] + 1] === '^';
        if (token.text[at + 1] === '(' || isNote || isBox) {
          mark(start[0], start[1]);
          mark(index, at);
        }
      }
    }
  });
  if (inLink) escapeOpen();
  return places;
}
