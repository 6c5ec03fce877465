/** How one site addresses its members. */
export interface ProfileSite {
  id: string;
  /** Exact hosts, `www.` and `m.` aside. */
  hosts: readonly string[];
  /** Hosts whose subdomains (locales) belong to it too. */
  parentHosts?: readonly string[];
  /** On the path, as it stands there; group 1 is the member's name. */
  path: RegExp;
  /** The same for a name in the query. */
  parameter?: string;
  /** First parts of a path that are nobody's name. */
  reserved?: readonly string[];
  /** Names are the same whatever their case. */
  ignoresCase?: true;
  url(name: string): string;
}

const words = (text: string) => text.split(' ');

/** Every site whose profiles are known; each host once, so order means nothing. */
export const profileSites: readonly ProfileSite[] = [
  {
    id: 'linkedin',
    hosts: ['linkedin.com'],
    parentHosts: ['linkedin.com'],
    path: /^\/(?:mwlite\/|comm\/)?in\/([^/]+)(?:\/|$)/,
    ignoresCase: true,
    url: (name) => `https://www.linkedin.com/in/${name}/`,
  },
  {
    id: 'xing',
    hosts: ['xing.com'],
    path: /^\/profile\/([^/,;]+)(?:[/,;]|$)/,
    url: (name) => `https://www.xing.com/profile/${name}`,
  },
  {
    id: 'github',
    hosts: ['github.com'],
    path: /^\/([A-Za-z\d](?:[A-Za-z\d-]{0,38}))\/?$/,
    reserved: words(
      'about apps collections contact dashboard enterprise events explore features issues join login marketplace new notifications organizations orgs pricing pulls search security sessions settings signup site sponsors stars topics trending',
    ),
    ignoresCase: true,
    url: (name) => `https://github.com/${name}`,
  },
  {
    id: 'codeberg',
    hosts: ['codeberg.org'],
    path: /^\/([\w.-]{1,40})\/?$/,
    reserved: words('admin api assets explore issues milestones notifications pulls user'),
    ignoresCase: true,
    url: (name) => `https://codeberg.org/${name}`,
  },
  {
    id: 'gitlab',
    hosts: ['gitlab.com'],
    path: /^\/([\w.-]{1,255})\/?$/,
    reserved: words('admin api dashboard explore groups help profile projects search users -'),
    ignoresCase: true,
    url: (name) => `https://gitlab.com/${name}`,
  },
  {
    id: 'bluesky',
    hosts: ['bsky.app'],
    path: /^\/profile\/([\w.:-]+)\/?$/,
    ignoresCase: true,
    url: (name) => `https://bsky.app/profile/${name}`,
  },
  {
    id: 'x',
    hosts: ['x.com', 'twitter.com', 'mobile.twitter.com'],
    path: /^\/(\w{1,15})\/?$/,
    reserved: words(
      'compose explore hashtag home i intent login messages notifications search settings share signup tos',
    ),
    ignoresCase: true,
    url: (name) => `https://x.com/${name}`,
  },
  {
    id: 'speakerdeck',
    hosts: ['speakerdeck.com'],
    path: /^\/([\w-]+)\/?$/,
    reserved: words('about c categories edit features p pro search signin signup stars terms'),
    ignoresCase: true,
    url: (name) => `https://speakerdeck.com/${name}`,
  },
  {
    id: 'sessionize',
    hosts: ['sessionize.com'],
    path: /^\/([\w-]+)\/?$/,
    reserved: words(
      'about api app blog contact features login playbook pricing register speakers speakers-directory terms-of-service privacy-policy',
    ),
    ignoresCase: true,
    url: (name) => `https://sessionize.com/${name}/`,
  },
  {
    id: 'orcid',
    hosts: ['orcid.org'],
    path: /^\/((?:\d{4}-){3}\d{3}[\dX])\/?$/,
    url: (name) => `https://orcid.org/${name}`,
  },
  {
    id: 'scholar',
    hosts: ['scholar.google.com'],
    path: /^\/citations$/,
    parameter: 'user',
    url: (name) => `https://scholar.google.com/citations?user=${name}`,
  },
  {
    id: 'stack-overflow',
    hosts: ['stackoverflow.com'],
    path: /^\/users\/(\d+)(?:\/|$)/,
    url: (name) => `https://stackoverflow.com/users/${name}`,
  },
  {
    id: 'youtube',
    hosts: ['youtube.com'],
    path: /^\/(@[^/]+)(?:\/|$)/,
    ignoresCase: true,
    url: (name) => `https://www.youtube.com/${name}`,
  },
  {
    id: 'medium',
    hosts: ['medium.com'],
    path: /^\/(@[\w.-]+)\/?$/,
    ignoresCase: true,
    url: (name) => `https://medium.com/${name}`,
  },
];
