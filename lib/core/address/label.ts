import { readableHost } from './punycode.ts';

/** White space, controls and invisible characters stay percent-encoded: nobody could read them. */
const unreadable = /[\s\p{C}\p{Z}%/?#\\]/u;

function readablePath(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return [...decodeURIComponent(encoded)]
        .map((char) => (unreadable.test(char) ? encodeURIComponent(char) : char))
        .join('');
    } catch {
      // Not percent-encoded after all.
      return encoded;
    }
  });
}

/**
 * An address as a label: host and path, `github.com/cs3org/reva/`. Without scheme, user, `www.`,
 * query and fragment; with the trailing slash just where the address has one. International names
 * and percent-encoded letters become readable. Anything but a web address comes back as it is.
 */
export function hostPath(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return url;
  const host = readableHost(parsed.host.replace(/^www\.(?=[^.]+\.)/, ''));
  // URL adds the slash of an empty path, so the address itself is asked.
  const hasPath = /^[a-z]+:[\\/]*[^\\/?#]+[\\/]/i.test(url.trim());
  return parsed.pathname === '/' && !hasPath ? host : host + readablePath(parsed.pathname);
}
