import type { Token } from '../outline/inline-run.ts';
import { classOfCode, codeAt, codeBefore, lineEdge } from './characters.ts';

/** What text in a run must know about the rest of it. */
export interface RunFacts {
  /** Delimiters that could pair up with another in this run. */
  active: { '*': boolean; _: boolean; '~': boolean; '`': boolean };
  /**
   * For a token's index, the positions in it (marked 1) of brackets that would create or break a
   * link.
   */
  brackets: ReadonlyMap<number, Uint8Array>;
}

const asterisk = 42;
const openBracket = 91;
const closeBracket = 93;
const underscore = 95;
const backtick = 96;
const tilde = 126;
const looked = /[*_~`[\]]/;

/** What is known about a kind of delimiter so far. */
class Pairing {
  isActive = false;
  private hasOpener = false;

  /** Handles a run of such delimiters between two characters. */
  meet(code: number, before: number, after: number): void {
    if (isInert(code, before, after)) return;
    if (this.hasOpener && closes(before)) this.isActive = true;
    if (opens(after)) this.hasOpener = true;
  }
}

/**
 * Examines a run once. A lone delimiter has no meaning; one that finds a partner must be escaped.
 */
export function runFacts(tokens: readonly Token[], inLink: boolean, inItem: boolean): RunFacts {
  const [stars, underscores, tildes] = [new Pairing(), new Pairing(), new Pairing()];
  let hasBrackets = false;
  let backticks = 0;
  const look = (text: string, index: number): void => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === openBracket || code === closeBracket) hasBrackets = true;
      else if (code === asterisk || code === underscore || code === tilde || code === backtick) {
        const start = at;
        while (text.charCodeAt(at + 1) === code) at++;
        if (code === backtick) {
          backticks++;
          continue;
        }
        const pairing = code === asterisk ? stars : code === underscore ? underscores : tildes;
        if (!pairing.isActive) {
          const before = codeBeside(tokens, index, start, -1);
          pairing.meet(code, before, codeBeside(tokens, index, at + 1, 1));
        } else if (knowsAll()) return;
      }
    }
  };
  /** More of the same adds nothing new. */
  const knowsAll = (): boolean =>
    hasBrackets && backticks > 1 && stars.isActive && underscores.isActive && tildes.isActive;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (token.type === 'open') {
      const { kind } = token.mark;
      if (kind === 'em' || kind === 'strong') stars.isActive = underscores.isActive = true;
      if (kind === 'del') tildes.isActive = true;
      // Keys are code if HTML is left out.
      if (token.mark.value === 'kbd') backticks += 2;
    } else if (token.type === 'code') backticks += 2;
    else if (token.type === 'image') backticks += /`/.test(token.alt + token.title) ? 2 : 0;
    else if (token.type === 'text' && looked.test(token.text)) look(token.text, index);
  }
  const active = {
    '*': stars.isActive,
    _: underscores.isActive,
    '~': tildes.isActive,
    '`': backticks > 1 || inLink,
  };
  return { active, brackets: hasBrackets ? bracketsToEscape(tokens, inLink, inItem) : none };
}

const none: ReadonlyMap<number, Uint8Array> = new Map();

/**
 * Returns the character before (`side` -1) or after (1) a position in a text token, as code point;
 * `lineEdge` for none. Anything that is no text counts as punctuation.
 */
export function codeBeside(
  tokens: readonly Token[],
  index: number,
  at: number,
  side: 1 | -1,
): number {
  const token = tokens[index];
  const text = token?.type === 'text' ? token.text : '';
  if (side < 0 ? at > 0 : at < text.length)
    return side < 0 ? codeBefore(text, at) : codeAt(text, at);
  const neighbour = tokens[index + side];
  return neighbour === undefined || neighbour.type === 'break' ? lineEdge : 46;
}

// True if a run of delimiters may open or close emphasis, in any version of the specification.
// Other spaces than these may be written as entities, which are no spaces to Markdown.
const opens = (after: number): boolean => after !== lineEdge && after !== 32;
const closes = (before: number): boolean => before !== lineEdge && before !== 32;

/** `_` within a word does neither. */
const isInert = (code: number, before: number, after: number): boolean =>
  code === underscore && classOfCode(before) === 'other' && classOfCode(after) === 'other';

export function isFlanking(code: number, before: number, after: number): boolean {
  return !isInert(code, before, after) && (opens(after) || closes(before));
}

function bracketsToEscape(
  tokens: readonly Token[],
  inLink: boolean,
  inItem: boolean,
): Map<number, Uint8Array> {
  const marked = new Map<number, Uint8Array>();
  const mark = (index: number, at: number): void => {
    let places = marked.get(index);
    if (!places) {
      const token = tokens[index];
      places = new Uint8Array(token?.type === 'text' ? token.text.length : 0);
      marked.set(index, places);
    }
    places[at] = 1;
  };
  /** Open brackets, as alternating token and position. */
  let open: number[] = [];
  const outer: (typeof open)[] = [];
  let linkDepth = inLink ? 1 : 0;
  const escapeOpen = (): void => {
    for (let at = 0; at < open.length; at += 2) mark(open[at] as number, open[at + 1] as number);
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
      const { text } = token;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === openBracket) open.push(index, at);
        if (code !== closeBracket) continue;
        if (open.length === 0) {
          if (linkDepth > 0) mark(index, at);
          continue;
        }
        const startAt = open.pop() as number;
        const startIndex = open.pop() as number;
        const opener = tokens[startIndex];
        // goldmark reads a box anywhere in a list item as a task's.
        const isBox =
          inItem && startIndex === index && at === startAt + 2 && /[ xX]/.test(text.charAt(at - 1));
        const isNote = opener?.type === 'text' && opener.text.charCodeAt(startAt + 1) === 94;
        if (text.charCodeAt(at + 1) === 40 || isNote || isBox) {
          mark(startIndex, startAt);
          mark(index, at);
        }
      }
    }
  });
  if (inLink) escapeOpen();
  return marked;
}
