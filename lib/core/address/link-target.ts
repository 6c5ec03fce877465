import { cleanUrl } from './url.ts';
import { isOnHost, knownByHost, parseWebUrl } from './web-url.ts';

/** A page that only redirects to another, whose address is in a parameter. */
interface Redirect {
  /** Hosts and their subdomains. */
  hosts: readonly string[];
  /** Tested on the path; absent: any path. */
  path?: RegExp;
  /** Names of the parameter, the most likely first. */
  parameters: readonly string[];
}

const redirects: readonly Redirect[] = [
  { hosts: ['youtube.com'], path: /^\/redirect$/, parameters: ['q'] },
  { hosts: ['l.facebook.com', 'lm.facebook.com', 'l.messenger.com'], parameters: ['u'] },
  { hosts: ['facebook.com'], path: /^\/(?:l\.php|flx\/warn\/?)$/, parameters: ['u'] },
  { hosts: ['l.instagram.com', 'l.threads.com', 'l.threads.net', 'l.wl.co'], parameters: ['u'] },
  { hosts: ['out.reddit.com'], parameters: ['url'] },
  { hosts: ['x.com', 'twitter.com'], path: /^\/i\/redirect$/, parameters: ['url'] },
  { hosts: ['linkedin.com'], path: /^\/(?:redir\/redirect|safety\/go)\/?$/, parameters: ['url'] },
  { hosts: ['safelinks.protection.outlook.com', 'safelinks.office.net'], parameters: ['url'] },
  { hosts: ['statics.teams.cdn.office.net'], path: /safelinks/, parameters: ['url'] },
  { hosts: ['duckduckgo.com'], path: /^\/l\/$/, parameters: ['uddg'] },
  { hosts: ['slack-redir.net'], path: /^\/link$/, parameters: ['url'] },
  { hosts: ['vk.com', 'vk.ru'], path: /^\/away(?:\.php)?$/, parameters: ['to'] },
  { hosts: ['steamcommunity.com'], path: /^\/linkfilter\/?$/, parameters: ['u', 'url'] },
  { hosts: ['medium.com'], path: /^\/r\/?$/, parameters: ['url'] },
  { hosts: ['medium.com'], path: /^\/m\/global-identity(?:-2)?$/, parameters: ['redirectUrl'] },
  { hosts: ['go.bsky.app'], path: /^\/redirect$/, parameters: ['u'] },
  { hosts: ['weibo.cn', 'weibo.com'], path: /^\/sinaurl$/, parameters: ['u', 'toasturl'] },
  { hosts: ['jianshu.com'], path: /^\/go-wild$/, parameters: ['url'] },
  { hosts: ['linkprotect.cudasvc.com'], path: /^\/url$/, parameters: ['a'] },
  { hosts: ['t.umblr.com'], path: /^\/redirect$/, parameters: ['z'] },
  { hosts: ['t.me', 'telegram.me'], path: /^\/iv$/, parameters: ['url'] },
  { hosts: ['getpocket.com'], path: /^\/redirect$/, parameters: ['url'] },
  { hosts: ['exit.sc', 'gate.sc'], parameters: ['url'] },
  { hosts: ['link.zhihu.com', 'link.juejin.cn', 'link.csdn.net'], parameters: ['target'] },
  { hosts: ['gitee.com'], path: /^\/link$/, parameters: ['target'] },
  { hosts: ['go.redirectingat.com', 'go.skimresources.com'], parameters: ['url'] },
  { hosts: ['redirect.viglink.com'], parameters: ['u'] },
  { hosts: ['disq.us'], path: /^\/(?:url|\?url)/, parameters: ['url'] },
];

/**
 * Redirects within redirects are followed (a safe link to Google's redirect); nobody needs more
 * levels.
 */
const maxDepth = 5;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // The text is not percent-encoded after all.
    return '';
  }
}

/**
 * Returns a parameter as the redirect reads it, except that `+` stays: addresses have no spaces,
 * and not every page that wraps one encodes it fully.
 */
function parameterOf({ search }: URL, names: readonly string[]): string {
  const pairs = search.slice(1).split('&');
  for (const name of names) {
    const pair = pairs.find((each) => each.startsWith(`${name}=`));
    if (pair) return decoded(pair.slice(name.length + 1));
  }
  return '';
}

/**
 * Google's redirects in any country, and on the hosts of its applications: `/url?q=`, `/url?url=`,
 * `/amp/s/…`.
 */
function googleTarget(url: URL): string {
  if (!/(?:^|\.)google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/.test(url.hostname)) return '';
  if (url.pathname === '/url') return parameterOf(url, ['q', 'url']);
  const amp = /^\/amp\/(s\/)?([^/]+\.[^/]+.*)$/.exec(url.pathname);
  return amp ? `http${amp[1] ? 's' : ''}://${amp[2]}${url.search}` : '';
}

/**
 * A mail server's redirects: `/v2/url?u=https-3A__a.example_p`, `/v3/__https://a.example/p__;!!…`.
 */
function urlDefenseTarget(url: URL): string {
  if (
    !isOnHost(url.hostname, 'urldefense.com') &&
    !isOnHost(url.hostname, 'urldefense.proofpoint.com')
  ) {
    return '';
  }
  if (url.pathname === '/v1/url') return parameterOf(url, ['u']);
  if (url.pathname === '/v2/url') {
    const raw = /[?&]u=([^&]*)/.exec(url.search)?.[1] ?? '';
    return decoded(raw.replaceAll('-', '%').replaceAll('_', '/'));
  }
  // A `*` stands for characters that are listed after the address.
  const target = /^\/v3\/__(.+?)__;/.exec(url.pathname + url.search)?.[1] ?? '';
  return target.includes('*') ? '' : target.replace(/^(https?):\/(?!\/)/, '$1://');
}

/** Bing's results: `u=a1` followed by the address in URL-safe Base64. */
function bingTarget(url: URL): string {
  if (!isOnHost(url.hostname, 'bing.com') || url.pathname !== '/ck/a') return '';
  const coded = /^a1([\w-]+)$/.exec(parameterOf(url, ['u']))?.[1];
  if (coded === undefined) return '';
  try {
    return atob(coded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    // This is not Base64 but another form of Bing's, which we don't know.
    return '';
  }
}

/** Yahoo's results: `/RU=https%3a%2f%2fa.example%2f/RK=…`. */
function yahooTarget(url: URL): string {
  if (!isOnHost(url.hostname, 'search.yahoo.com')) return '';
  return decoded(/\/RU=([^/]+)\//.exec(url.pathname)?.[1] ?? '');
}

const redirectsOn = knownByHost((hostname) =>
  redirects.filter(({ hosts }) => hosts.some((host) => isOnHost(hostname, host))),
);

function targetOf(url: URL): string {
  const known = redirectsOn(url.hostname).find(({ path }) => !path || path.test(url.pathname));
  if (known) {
    const target = parameterOf(url, known.parameters);
    // Disqus appends a checksum to the address.
    return known.hosts.includes('disq.us') ? target.replace(/:[\w-]{20,}$/, '') : target;
  }
  return googleTarget(url) || urlDefenseTarget(url) || bingTarget(url) || yahooTarget(url);
}

// Most links are not redirects, and a page may have a hundred thousand: a redirect has a query, or
// one of a few forms of path.
const mayLeadOn = /\?|\/amp\/|\/v3\/__|\/RU=/;

function mayBeCleaned(address: string): boolean {
  const hash = address.indexOf('#');
  // A fragment with parameters, or with words to be found.
  return (hash >= 0 && /=|:~:/.test(address.slice(hash))) || address.includes('/ref=');
}

/**
 * Returns the address behind those of pages that only redirect to it (Google, YouTube, Facebook,
 * safe links of a mail server …). Any other address is returned unchanged, byte for byte; so are
 * short links, which only their makers can resolve.
 */
export function unwrapUrl(address: string): string {
  let current = address;
  for (let depth = 0; depth < maxDepth && mayLeadOn.test(current); depth++) {
    const url = parseWebUrl(current);
    const written = url ? targetOf(url).trim() : '';
    const target = parseWebUrl(written);
    if (!url || !target) return current;
    // A browser keeps the fragment if the target address has none.
    const fragment = written.includes('#') ? '' : url.hash;
    current = (/[\s<>"]/.test(written) ? target.href : written) + fragment;
  }
  return current;
}

/**
 * Returns a link's target for a post: without redirects and without parameters that only track
 * readers. All other bytes stay, even a `?` with nothing after it.
 */
export function linkTarget(address: string): string {
  if (!mayLeadOn.test(address) && !mayBeCleaned(address)) return address;
  const target = unwrapUrl(address);
  const cleaned = cleanUrl(target);
  return cleaned === target.replace(/^([^?#]*)\?(?=#|$)/, '$1') ? target : cleaned;
}
