import type { CheckId } from '../../lib/checks/check-ids.ts';
import type { Finding } from '../../lib/client/checker.ts';
import { keyPart, t } from '../../lib/client/i18n.ts';

/** Describes what a check looks for, in a few words. */
export const checkName = (id: CheckId): string => t(`checks_name_${keyPart(id)}`);

type Say = (key: Finding['message']['key'], ...values: (string | number)[]) => string;

/** Returns the message for a finding. */
export const findingText = ({ message: { key, values } }: Finding): string =>
  (t as Say)(key, ...values);

const longestPlace = 60;
/** A shorter text says nothing by itself, so its whole line is shown. */
const shortestPlace = 12;

/** Returns the post's text at a finding, in one line; '' at its end. */
export function placeText(text: string, { start, end }: Pick<Finding, 'start' | 'end'>): string {
  const isShort = end - start < shortestPlace;
  const from = isShort ? text.lastIndexOf('\n', start - 1) + 1 : start;
  const lineEnd = text.indexOf('\n', end);
  const to = isShort ? (lineEnd < 0 ? text.length : lineEnd) : end;
  // In a long line, the finding is in the middle.
  const first =
    isShort && to - from > longestPlace ? Math.max(from, start - longestPlace / 2) : from;
  const words = text.slice(first, to).trim().replace(/\s+/g, ' ');
  const cut =
    words.length > longestPlace ? `${words.slice(0, longestPlace - 2).trimEnd()}…` : words;
  return first > from && cut !== '' ? `…${cut}` : cut;
}
