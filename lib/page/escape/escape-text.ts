import { isAsciiPunctuation } from './characters.ts';
import { flanking, type RunFacts } from './run-facts.ts';

/** Where a text token stands. */
export interface TextPlace {
  facts: RunFacts;
  /** Its index among the run's tokens. */
  index: number;
  inLink: boolean;
  inCell: boolean;
  /** A link or picture follows. */
  beforeBracket: boolean;
  /** Where in its token the text begins. */
  offset: number;
  /** Characters on both sides of a place in the token. */
  sides: (at: number, length: number) => { before: string; after: string };
}

const special = /[\\`[\]<&|@]|\*+|_+|~+|!$|\{(?=[<%]|$)|:(?=\/\/)|www\./gi;
const anySpecial = /[\\`[\]<&|@*_~{]|!$|:\/\/|www\./i;
const entity = /^&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]{1,31});/i;

/** Text of a page as Markdown: a backslash only where a character would mean something. */
export function escapeText(text: string, place: TextPlace): string {
  if (!anySpecial.test(text)) return text;
  return text.replace(special, (found, at: number) => escapeFound(found, at, text, place));
}

function escapeFound(found: string, at: number, text: string, place: TextPlace): string {
  const next = text.charCodeAt(at + found.length);
  const isLast = Number.isNaN(next);
  switch (found.charAt(0)) {
    case '\\':
      return isLast || next === 32 || isAsciiPunctuation(next) ? '\\\\' : '\\';
    case '`':
      return place.facts.active['`'] ? '\\`' : '`';
    case '*':
    case '_':
    case '~': {
      const delimiter = found.charAt(0) as '*' | '_' | '~';
      if (!place.facts.active[delimiter]) return found;
      const sides = place.sides(at + place.offset, found.length);
      const { opens, closes } = flanking(delimiter, sides.before, sides.after);
      return opens || closes ? `\\${delimiter}`.repeat(found.length) : found;
    }
    case '[':
    case ']':
      return place.facts.brackets.get(place.index)?.has(at + place.offset) ? `\\${found}` : found;
    case '<':
      // Hugo looks for its summary divider before it reads Markdown, and does not know backslashes.
      if (text.startsWith('<!--', at)) return '&lt;';
      return opensTag(text, at) ? '\\<' : '<';
    case '&':
      return entity.test(text.slice(at, at + 40)) ? '\\&' : '&';
    case '|':
      return place.inCell ? '\\|' : '|';
    case '!':
      return place.beforeBracket ? '\\!' : '!';
    case '{':
      return text[at - 1] === '{' ? '\\{' : '{';
    case ':':
      return !place.inLink && /(?:https?|ftp)$/i.test(text.slice(Math.max(0, at - 6), at))
        ? '\\:'
        : ':';
    case '@':
      return !place.inLink && isMail(text, at) ? '\\@' : '@';
    default:
      // `www.` begins a link by itself where no letter stands before it.
      return !place.inLink && !/[a-z\d]/i.test(text.charAt(at - 1)) && !isLast && next !== 32
        ? `${found.slice(0, -1)}\\.`
        : found;
  }
}

/** Whether a tag, a comment or an address in angle brackets may begin here. */
function opensTag(text: string, at: number): boolean {
  if (/[a-z/!?]/i.test(text.charAt(at + 1))) return true;
  return /^[^\s<>]{1,200}@/.test(text.slice(at + 1, at + 202));
}

function isMail(text: string, at: number): boolean {
  return (
    /[\w.+-]/.test(text.charAt(at - 1)) && /^[\w.-]*\.[\w-]/.test(text.slice(at + 1, at + 200))
  );
}
