import type { Site } from '../../core/address/site.ts';
import { parseWebUrl } from '../../core/address/web-url.ts';

/** A page in a web archive. */
export interface ArchivedPage {
  /** The address that was archived. */
  originalUrl: string;
  /**
   * When it was archived, as far as the address says: `2024-01-15T12:34:56Z`, `2024-01`, `2024`; ''
   * if it does not.
   */
  archivedAt: string;
}

const snapshot =
  /^https?:\/\/(?:web\.archive\.org\/web\/|wayback\.archive-it\.org\/\d+\/|(?:www\.)?archive\.(?:ph|today|is|li|md|vn|fo)\/(?=\d{4,14}\/)|arquivo\.pt\/wayback\/)(?:(\d{4,14})\*?(?:[a-z]{2}_)?|\*)\/(.+)$/is;

/** Parses `20240115123456`; missing or invalid parts are left out. */
function timestamp(digits: string): string {
  const [, year = '', month, day, hour, minute, second] =
    /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?/.exec(digits) ?? [];
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  const full = second === undefined ? date : `${date}T${hour}:${minute}:${second}Z`;
  return Number.isNaN(Date.parse(full)) ? year : full;
}

/**
 * Returns the original of a page at web.archive.org, archive.today, Archive-It or arquivo.pt;
 * undefined for any other address, and for short forms that don't contain their original.
 */
export function parseArchivedPage(address: string): ArchivedPage | undefined {
  if (!parseWebUrl(address)) return undefined;
  const [, digits = '', rest = ''] = snapshot.exec(address.trim()) ?? [];
  if (rest === '') return undefined;
  // The original in a path may have lost one of its slashes (`https:/a.example`), or have no scheme
  // at all.
  const original = /^https?:/i.test(rest)
    ? rest.replace(/^(https?):\/*/i, '$1://')
    : `http://${rest}`;
  const url = parseWebUrl(original);
  if (!url?.hostname.includes('.')) return undefined;
  return { originalUrl: original, archivedAt: digits === '' ? '' : timestamp(digits) };
}

export const site: Site = {
  id: 'web-archive',
  script: 'adapter-references',
  hosts: [
    ...['web.archive.org', 'wayback.archive-it.org', 'arquivo.pt'],
    ...[
      'archive.ph',
      'archive.today',
      'archive.is',
      'archive.li',
      'archive.md',
      'archive.vn',
      'archive.fo',
    ],
  ],
};
