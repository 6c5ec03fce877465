/** An event or a group, as its address names it. */
export interface EventPlace {
  kind: 'event' | 'group';
  /** Equal for two addresses of the same event (or group) on this site. */
  id: string;
  /** Without locale and tracking. */
  canonicalUrl: string;
}

/** How one event site writes its addresses. */
export interface EventSite {
  id: string;
  /**
   * Exact hosts, ignoring `www.`; an empty list: any host that no other site names, recognised by
   * the path.
   */
  hosts: readonly string[];
  /** `parts` are the path's decoded parts. */
  parse(url: URL, parts: readonly string[]): EventPlace | undefined;
}
