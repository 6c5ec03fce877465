/** A recording, as its address names it. */
export interface Medium {
  /** Equal for two addresses of the same recording on this site. */
  id: string;
  /** The address to link to, without a time. */
  canonicalUrl: string;
}

/** A time span in an address, in seconds; fractions are kept. */
export interface TimeSpan {
  startSeconds: number;
  endSeconds?: number;
}

/** How one site writes the addresses of its recordings. */
export interface MediaSite {
  id: string;
  /**
   * The site's hosts, matched exactly (ignoring `www.` and `m.`). An empty list: any host that no
   * other site names, recognised by the path alone.
   */
  hosts: readonly string[];
  parse(url: URL): Medium | undefined;
  /** Returns the address that starts at a time; whole seconds. */
  momentUrl(medium: Medium, startSeconds: number, endSeconds: number | undefined): string;
  /** Returns the time in an address of this site. */
  timeOf(url: URL): TimeSpan | undefined;
}
