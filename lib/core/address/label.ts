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
      // The text is not percent-encoded after all.
      return encoded;
    }
  });
}

/**
 * Returns an address as a label, host and path: `github.com/cs3org/reva/`. It has no scheme, user,
 * `www.`, query or fragment, and a trailing slash only if the address has one. International names
 * and percent-encoded letters become readable. Anything but a web address is returned unchanged.
 */
export function hostPath(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return url;
  const host = readableHost(parsed.host.replace(/^www\.(?=[^.]+\.)/, ''));
  // URL adds the slash of an empty path, so this tests the address itself.
  const hasPath = /^[a-z]+:[\\/]*[^\\/?#]+[\\/]/i.test(url.trim());
  return parsed.pathname === '/' && !hasPath ? host : host + readablePath(parsed.pathname);
}
