/** Code hosts whose `/owner/name` is a repository's page. */
const hosts = new Set(['github.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org', 'git.sr.ht']);
/** First parts of a path there that are nobody's name. */
const reserved = new Set([
  'orgs',
  'topics',
  'sponsors',
  'settings',
  'marketplace',
  'explore',
  'features',
]);

/** Whether this is the front page of a repository, whose description says what it is. */
export function isRepositoryUrl(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || !hosts.has(parsed.hostname)) return false;
  const parts = parsed.pathname.split('/').filter((part) => part !== '');
  return parts.length === 2 && !reserved.has(parts[0] ?? '');
}
