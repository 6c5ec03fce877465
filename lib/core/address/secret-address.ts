/**
 * Names of parameters that sign in or sign an address, whatever their value. Lower case, without
 * `-` and `_`.
 */
const certain: ReadonlySet<string> = new Set(
  (
    'accesstoken refreshtoken idtoken authtoken oauthtoken bearertoken apitoken privatetoken csrftoken xsrftoken ' +
    'clientsecret apikey accesskey secretkey subscriptionkey password passwd pwd secret jwt ' +
    'sessionid sessiontoken phpsessid jsessionid aspsessionid cfid cftoken sid sessid ' +
    'signature sig xamzsignature xamzcredential xamzsecuritytoken xgoogsignature xgoogcredential ' +
    'xossignature awsaccesskeyid googleaccessid keypairid policy hdnts hdnea'
  ).split(' '),
);
/** Names that may mean anything; they count only if the value looks like a secret. */
const doubtful: ReadonlySet<string> = new Set(
  'token key auth authorization session ticket code t k s st nonce otp magic invite confirm reset'.split(
    ' ',
  ),
);
/** Prefixes of some sites' keys, wherever they are in an address. */
const marked =
  /(?:^|[/=])(?:gh[pousr]_\w{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|sk-[\w-]{20,}|AKIA[A-Z0-9]{16}|AIza[\w-]{30,})/;
const jsonWebToken = /^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\./;
/** In a path, between a session's name and the next part. */
const sessionInPath = /;(?:jsessionid|phpsessid|sid)=[^/?#;]*/gi;
const slackHook = /^https:\/\/hooks\.slack\.com\/(?:services|workflows)\//i;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // The text is not percent-encoded after all.
    return text;
  }
};

/** True for letters and digits mixed as in no word, date or version. */
function looksRandom(value: string): boolean {
  if (!/^[\w.~+/=-]{16,}$/.test(value)) return false;
  const letters = value.match(/[a-z]/gi)?.length ?? 0;
  const groups = value.match(/\d+/g)?.length ?? 0;
  // Words have hyphens; a hash has none, and has digits every few letters. A date has no letters.
  const isWhole = /[a-z\d]{12}/i.test(value);
  return isWhole && letters >= 4 && groups >= 2 && groups >= value.length / 14;
}

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** A date or the number of a page, with slashes. */
const isPath = (value: string) => /^\d+(?:\/\d+)+$/.test(value);

/** Names that are no secret there: a document's id, and a signature that each visitor's picture has. */
function isPublic(name: string, url: URL): boolean {
  if (name === 'key') return /^(?:docs|spreadsheets\d?)\.google\.com$/.test(url.hostname);
  return name === 's' && url.searchParams.has('ixlib');
}

function isSecret(pair: string, url: URL): boolean {
  const [, rawName = pair, rawValue = ''] = /^([^=]*)=([\s\S]*)$/.exec(pair) ?? [];
  const value = decoded(rawValue);
  if (jsonWebToken.test(value) || marked.test(`=${value}`)) return true;
  const name = decoded(rawName).toLowerCase().replace(/^amp;/, '').replace(/[-_]/g, '');
  if (certain.has(name)) return value.length >= 8 && !/^[a-z]+$|\s/i.test(value) && !isPath(value);
  if (!doubtful.has(name) || isPublic(name, url)) return false;
  // Sites name their pages by such ids, too.
  if (name === 'key' && uuid.test(value)) return false;
  return looksRandom(value);
}

const withoutPairs = (text: string, url: URL): string =>
  text
    .split('&')
    .filter((pair) => !isSecret(pair, url))
    .join('&');

/**
 * Returns an address without anything that looks like a password, a key or a session: the user's
 * name and password, and such parameters of query and fragment. The rest keeps its bytes. An
 * address that is not http(s), or a secret that can't be cut because it is the address, stays as it
 * is.
 */
export function withoutSecrets(url: string): string {
  const parsed = /^https?:/i.test(url) ? URL.parse(url) : null;
  if (parsed === null) return url;
  const hash = url.indexOf('#');
  const fragment = hash < 0 ? '' : url.slice(hash + 1);
  const rest = hash < 0 ? url : url.slice(0, hash);
  const mark = rest.indexOf('?');
  const query = mark < 0 ? '' : rest.slice(mark + 1);
  const path = (mark < 0 ? rest : rest.slice(0, mark)).replace(sessionInPath, '');
  const bare = parsed.password === '' ? path : path.replace(/^(https?:\/\/)[^/]*@/i, '$1');
  const [keptQuery, keptFragment] = [withoutPairs(query, parsed), withoutPairs(fragment, parsed)];
  if (
    keptQuery === query &&
    keptFragment === fragment &&
    bare === (mark < 0 ? rest : rest.slice(0, mark))
  )
    return url;
  return bare + (keptQuery ? `?${keptQuery}` : '') + (keptFragment ? `#${keptFragment}` : '');
}

/**
 * True if an address contains what looks like a password, a key or a session, which anyone who
 * reads it could use.
 */
export function holdsSecret(url: string): boolean {
  return (
    withoutSecrets(url) !== url ||
    (/^https?:/i.test(url) && (marked.test(url) || slackHook.test(url)))
  );
}
