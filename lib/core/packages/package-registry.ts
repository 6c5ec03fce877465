/** How one registry addresses its packages. */
export interface PackageRegistry {
  /** Two hosts may have one id: they are pages of the same packages. */
  id: string;
  /** Exact hosts, `www.` and `m.` aside. */
  hosts: readonly string[];
  /** On the decoded path; named groups `name`, `version`, `sub`, and `item` for what is in the package. */
  pattern: RegExp;
}

/** Source of a pattern for a part of a package's name. */
export const plainName = '[\\p{L}\\p{N}_.-]{1,214}';
/** Source of a pattern for a version, as the group `version`. */
export const namedVersion = '(?<version>[\\w.+~-]{1,100})';
/** A pattern for a whole path, a final slash aside. */
export const wholePath = (source: string) => new RegExp(`^${source}/?$`, 'u');
