/** How one registry addresses its packages. */
export interface PackageRegistry {
  /** Two hosts may share an id if they show the same packages. */
  id: string;
  /** Exact hosts, ignoring `www.` and `m.`. */
  hosts: readonly string[];
  /**
   * Tested on the decoded path; named groups `name`, `version`, `sub`, and `item` for a part of the
   * package.
   */
  pattern: RegExp;
}

/** Source of a pattern for a part of a package's name. */
export const plainName = '[\\p{L}\\p{N}_.-]{1,214}';
/** Source of a pattern for a version, as the group `version`. */
export const namedVersion = '(?<version>[\\w.+~-]{1,100})';
/** Makes a pattern for a whole path, ignoring a final slash. */
export const wholePath = (source: string) => new RegExp(`^${source}/?$`, 'u');
