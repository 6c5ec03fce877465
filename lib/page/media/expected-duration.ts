import { attribute, documentUrl, query } from '../safe-dom.ts';

/** Parses `PT1H2M3S` (ISO 8601) or plain seconds; null for anything else. */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d{1,7}(?:\.\d+)?$/.test(trimmed)) return Number(trimmed) || null;
  const match = /^P(?:(\d{1,3})D)?T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8}(?:\.\d+)?)S)?$/i.exec(
    trimmed,
  );
  if (!match) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds || null;
}

/** Returns the page's declared address, absolute; '' if it declares none. */
export function declaredUrl(doc: Document): string {
  const canonical = query(doc, 'link[rel~="canonical" i][href]');
  const shared = query(doc, 'meta[property="og:url"]');
  const declared = canonical
    ? attribute(canonical, 'href')
    : shared
      ? attribute(shared, 'content')
      : '';
  return declared === '' ? '' : (URL.parse(declared, documentUrl(doc))?.href ?? '');
}

/**
 * Returns the length of the recording according to the page, in seconds; null if it does not say.
 */
export function expectedDuration(doc: Document): number | null {
  const declared = [
    'meta[itemprop="duration"]',
    'meta[property="og:video:duration"]',
    'meta[property="video:duration"]',
    'meta[property="music:duration"]',
  ];
  for (const selector of declared) {
    const element = query(doc, selector);
    const seconds = element && parseDuration(attribute(element, 'content'));
    if (seconds) return seconds;
  }
  return null;
}
