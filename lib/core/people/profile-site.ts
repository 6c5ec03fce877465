/** How one site writes the addresses of its members. */
export interface ProfileSite {
  id: string;
  /** Exact hosts, ignoring `www.` and `m.`. */
  hosts: readonly string[];
  /** Hosts whose subdomains (locales) belong to it too. */
  parentHosts?: readonly string[];
  /** Tested on the undecoded path; group 1 is the member's name. */
  path: RegExp;
  /** The query parameter that holds the name. */
  parameter?: string;
  /** First parts of a path that are no member's name. */
  reserved?: readonly string[];
  /** Names ignore case. */
  ignoresCase?: true;
  url(name: string): string;
}
