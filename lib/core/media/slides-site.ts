/** How one site writes the addresses of slides. */
export interface SlidesSite {
  id: string;
  /** Exact hosts, ignoring `www.` and `m.`. */
  hosts: readonly string[];
  /**
   * Returns the one address of the slides that an address shows; undefined for any other page.
   * `parts` are the path's decoded parts.
   */
  parse(parts: readonly string[]): string | undefined;
}
