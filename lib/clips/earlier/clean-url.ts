import { isTrackingParameter } from './tracking-parameters.ts';

/**
 * `cleanUrl` as it was until 26 November 2026. Frozen, because fingerprints were made from its
 * results.
 */
export function earlierCleanUrl(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return url;
  const hash = url.indexOf('#');
  const rest = hash < 0 ? url : url.slice(0, hash);
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  const isTracking = (pair: string) => isTrackingParameter(nameOf(pair), parsed.hostname);
  const query = mark < 0 ? [] : rest.slice(mark + 1).split('&');
  const kept = query.filter((pair) => pair === '' || !isTracking(pair)).join('&');
  const fragment = hash < 0 ? null : earlierFragment(url.slice(hash + 1), isTracking);
  return path + (kept === '' ? '' : `?${kept}`) + (fragment === null ? '' : `#${fragment}`);
}

function earlierFragment(fragment: string, isTracking: (pair: string) => boolean): string | null {
  const directive = fragment.indexOf(':~:');
  const kept = directive < 0 ? fragment : fragment.slice(0, directive);
  const onlyTracking = kept.split('&').every((pair) => pair.includes('=') && isTracking(pair));
  return onlyTracking || (directive >= 0 && kept === '') ? null : kept;
}

function nameOf(pair: string): string {
  const equals = pair.indexOf('=');
  const raw = equals < 0 ? pair : pair.slice(0, equals);
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    // Broken escapes stay as they are.
    return raw;
  }
}
