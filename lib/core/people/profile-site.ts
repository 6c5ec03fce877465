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
