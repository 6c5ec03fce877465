import type { PDFDict } from '@cantoo/pdf-lib';
import type { PaperFacts } from '../clips/paper-facts.ts';
import { clampText, limits } from '../core/base/limits.ts';
import { oneLine } from '../core/text/title.ts';
import { bytesOf, entryOf, textOf } from './objects.ts';
import { readXmp } from './xmp.ts';

/** What programs write as a title if nobody entered one: the file, the template, the page range. */
const noTitle =
  /^(?:untitled.*|(?:microsoft )?(?:word|powerpoint) - .*|powerpoint presentation|document\d*|main|paper|.*\.(?:docx?|tex|dvi|ps|pdf|indd|qxd|pmd|fm)|[\w-]+ \d+\.\.\d+|doi:.*|arxiv:.*)$/i;

/** What programs write as an author if nobody entered one. */
const noAuthor = /^(?:unknown|anonymous|author|user|admin(?:istrator)?|owner|.*@.*)$/i;

/**
 * Reads title, authors and date from the document information dictionary and the XMP packet (ISO
 * 32000-2, 14.3); the packet takes precedence if both have a value.
 */
export async function readFacts(
  info: PDFDict | undefined,
  catalog: PDFDict | undefined,
): Promise<PaperFacts> {
  const xmp = readXmp(packetText(await bytesOf(entryOf(catalog, 'Metadata'))));
  const authors = xmp.creators.length > 0 ? xmp.creators : [textOf(info, 'Author')];
  const title = [xmp.title, textOf(info, 'Title')].map(oneLine).find(isTitle) ?? '';
  const author = authors.map(cleanAuthors).filter(Boolean).join(', ');
  const dates = [xmp.published, textOf(info, 'CreationDate'), xmp.created];
  return {
    title: clampText(title, limits.title),
    author: clampText(author, limits.label),
    published: dates.map(day).find((date) => date !== '') ?? '',
  };
}

const isTitle = (title: string) => title !== '' && !noTitle.test(title);

function cleanAuthors(text: string): string {
  const names = oneLine(text).split(/\s*;\s*|\s+and\s+(?=\p{Lu})|,\s*and\s+/u);
  const known = names.map((name) => name.replace(/[\s,]+$/, ''));
  return known.filter((name) => name !== '' && !noAuthor.test(name)).join(', ');
}

/**
 * `D:20250103120000+01'00'` (7.9.4) or ISO 8601 → `2025-01-03`, as far as it goes; '' if it is no
 * date.
 */
export function day(text: string): string {
  const digits = /^(?:D:)?(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?/.exec(text.trim());
  const [, year = '', month, date] = digits ?? [];
  if (Number(year) < 1900 || Number(year) > 2200) return '';
  if (!inRange(month, 12)) return year;
  return inRange(date, 31) ? `${year}-${month}-${date}` : `${year}-${month}`;
}

const inRange = (text: string | undefined, max: number) =>
  text !== undefined && Number(text) >= 1 && Number(text) <= max;

/** A packet is in UTF-8, rarely in UTF-16, which its first bytes show. */
function packetText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xfe && second === 0xff
      ? 'utf-16be'
      : first === 0xff && second === 0xfe
        ? 'utf-16le'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
