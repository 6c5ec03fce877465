/** What a line must look like to begin a block (CommonMark 0.31, sections 4 and 5). */

export const atxHeading = /^#{1,6}(?:[ \t]+|$)/;
export const fenceStart = /^(?:`{3,}(?!.*`)|~{3,})/s;
export const setextUnderline = /^(?:=+|-+)[ \t]*$/;
export const thematicBreak = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
export const bulletMarker = /^[*+-](?=[ \t]|$)/;
export const orderedMarker = /^(\d{1,9})[.)](?=[ \t]|$)/;

const attribute =
  '(?:\\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\\s*=\\s*(?:[^"\'=<>`\\x00-\\x20]+|\'[^\']*\'|"[^"]*"))?)';
/** A complete opening or closing tag (section 6.6). */
export const htmlTag = `<[A-Za-z][A-Za-z0-9-]*${attribute}*\\s*/?>|</[A-Za-z][A-Za-z0-9-]*\\s*>`;

const blockTags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

/** Start conditions 1 to 7 of HTML blocks with their end conditions; null: ends at a blank line. */
export const htmlBlocks: readonly { start: RegExp; end: RegExp | null }[] = [
  {
    start: /^<(?:script|pre|textarea|style)(?:\s|>|$)/i,
    end: /<\/(?:script|pre|textarea|style)>/i,
  },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![A-Za-z]/, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: new RegExp(`^</?(?:${blockTags})(?:\\s|/?>|$)`, 'i'), end: null },
  { start: new RegExp(`^(?:${htmlTag})\\s*$`), end: null },
];

/** The only HTML block that cannot interrupt a paragraph. */
export const lastHtmlBlock = 6;

/** A line that may be a table's second one (GFM 4.10); this is a broad test. */
export const tableDelimiter = /^[|:\-\s]*-[|:\-\s]*$/;

/** Beginning of a footnote's text, an extension of goldmark and GitHub. */
export const footnote = /^\[\^[^\]\s]+\]:/;

/** Beginning of a link reference definition. */
export const definitionStart = /^\[(?:[^\]\\]|\\.)*\]:/s;
