import type { NamedLink } from '../../../core/post/wrap-up.ts';

/** How headlines separate a role from an organisation: in English, German, French, Spanish. */
const between = /\s+(?:at|@|bei(?:m| der)?|chez|en)\s+|\s*@\s*(?=\p{Lu})/u;

/**
 * `Architect at Tidepool | Writer` → role and organisation; a headline without a separator is a
 * role.
 */
export function parseHeadline(headline: string): { role: string; affiliation: NamedLink } {
  const nobody = { name: '', url: '' };
  const [first = ''] = headline.split(/\s+[|•·]\s+/u);
  const [role = '', name = ''] = first.split(between, 2);
  if (role.length > 120) return { role: '', affiliation: nobody };
  return { role: role.trim(), affiliation: { name: name.trim(), url: '' } };
}

/**
 * Splits `(3) Ada Example - Architect - Tidepool | LinkedIn` into its parts; '' for missing ones.
 */
export function parseTitle(title: string): { name: string; role: string; organisation: string } {
  const plain = title
    .replace(/^\(\d+\+?\)\s+/, '')
    .replace(/\s+[|·]\s+(?:LinkedIn|XING).*$|\s+\(@[\w-]+\)\s+on Speaker Deck.*$/i, '');
  const [name = '', role = '', organisation = ''] = plain.split(/\s+[-–—]\s+/u);
  return organisation === '' && role !== ''
    ? { name, role: '', organisation: role }
    : { name, role, organisation };
}
