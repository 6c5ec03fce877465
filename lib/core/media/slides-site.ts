/** How one site writes the addresses of slides. */
export interface SlidesSite {
  id: string;
  /** Exact hosts, `www.` and `m.` aside. */
  hosts: readonly string[];
  /** The one address of the slides that an address shows; undefined for any other page. `parts` are the path's, decoded. */
  parse(parts: readonly string[]): string | undefined;
}
