/** What a line can begin with so that it is no longer part of a paragraph. */
const mayBegin = /^[#>*+\-_=~`:|\d[]/;
const bullet = /^[-+*:](?=[ \t]|$)/;
const heading = /^#{1,6}(?=[ \t]|$)/;
const number = /^(\d{1,9})([.)])(?=[ \t]|$)/;
const thematic = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const fence = /^(?:~{3}|`{3,}[^`]*$)/;
const definition = /^\[(?:[^[\]\\]|\\.){1,999}\]:/s;
const underline = /^(?:-+|=+)[ \t]*$/;
const tableRule = /^[-:|][-:| \t]*$/;
/** A thematic break together with the item's own marker. */
const thematicInItem = /^(?:\*[* \t]*|-[- \t]*)$/;
const box = /^\[[ xX]\](?=\s)/;

function escapeLine(line: string, isFirst: boolean): string {
  if (!mayBegin.test(line)) return line;
  if (heading.test(line) || line.startsWith('>') || bullet.test(line)) return `\\${line}`;
  if (thematic.test(line) || fence.test(line)) return `\\${line}`;
  if (number.test(line)) return line.replace(number, '$1\\$2');
  if (!isFirst && (underline.test(line) || (tableRule.test(line) && /[-]/.test(line))))
    return `\\${line}`;
  return line;
}

/**
 * Writes inline Markdown with a backslash before what would begin a block: at its start, and after
 * each line break. `isItem`: it is the first paragraph of a list item, where `[ ]` is a task's box.
 */
export function escapeLineStarts(markdown: string, isItem: boolean): string {
  let text = markdown;
  if (text.startsWith('[') && (definition.test(text) || (isItem && box.test(text))))
    text = `\\${text}`;
  if (isItem && thematicInItem.test(text)) return `\\${text}`;
  if (!text.includes('\n')) return escapeLine(text, true);
  return text
    .split('\n')
    .map((line, index) => escapeLine(line, index === 0))
    .join('\n');
}
