import { isLinkable } from '../../lib/markdown/address.ts';
import {
  addressEdit,
  type LinkEdit,
  type LinkRefusal,
  type LinkTo,
  linkEdit,
} from '../../lib/render/link-edit.ts';
import { replaceText } from '../ui/replace-text.ts';
import { hasRoom, linkUseOf, type TextControl } from './link-field.ts';
import { addressStart, asksForAddress } from './typed-brackets.ts';
import type { LinkSession } from './use-link-session.ts';

/** Why a field gets no link; each is the key of a message (`link_refused_<code>`). */
export type Refusal =
  | LinkRefusal
  /** Only existing words can be linked in this field, and none are selected. */
  | 'words'
  /** The field would exceed the length that is stored. */
  | 'long';

/** Returns why the selection in a field can't become a link, whatever its target. */
export function refusalIn(field: TextControl): Refusal | undefined {
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  if (linkUseOf(field) === 'address') return undefined;
  if (linkUseOf(field) === 'words' && field.value.slice(start, end).trim() === '') return 'words';
  const made = linkEdit(field.value, { start, end }, { title: 'x', url: 'https://a.example' });
  return 'refused' in made ? made.refused : undefined;
}

/** Writes the link as typing would; returns why it did not. */
export function makeLink(session: LinkSession, to: LinkTo): Refusal | undefined {
  const { field, start, isTyped } = session;
  const { value } = field;
  const use = linkUseOf(field);
  if (use === 'address') return writeAddress(field, to.url);
  if (use === 'words' && value.slice(start, session.end).trim() === '') return 'words';
  // The typed query is removed.
  const typedTo = isTyped ? (field.selectionStart ?? session.end) : start;
  if (isTyped && asksForAddress(value, start))
    return write(field, addressEdit(value, { start: addressStart(start), end: typedTo }, to));
  const text = value.slice(0, start) + value.slice(typedTo);
  const made = linkEdit(text, { start, end: isTyped ? start : session.end }, to);
  if ('refused' in made) return made.refused;
  const edit = { ...made.edit, to: made.edit.to + typedTo - start };
  return write(field, { ...made, edit });
}

function write(field: TextControl, made: LinkEdit): Refusal | undefined {
  if ('refused' in made) return made.refused;
  if (!hasRoom(field, made.edit)) return 'long';
  replaceText(field, made.edit);
  field.setSelectionRange(made.caret, made.caret);
  return undefined;
}

function writeAddress(field: TextControl, url: string): Refusal | undefined {
  if (!isLinkable(url)) return 'address';
  const edit = { from: 0, to: field.value.length, by: url };
  if (!hasRoom(field, edit)) return 'long';
  replaceText(field, edit);
  return undefined;
}
