/** A paper, as an address of its archive or publisher names it. */
export interface Paper {
  /** `arxiv:2501.01234`, `doi:10.1145/1234.5678`, …: equal for the paper's page and its PDF. */
  id: string;
  /** The page about the paper, without a version. */
  abstractUrl: string;
  /** '' if the address can't be derived from the id. */
  pdfUrl: string;
  /** The date in the id: `2025`, `2025-01`, `2025-01-15`, or ''. The page knows better. */
  published: string;
}

/** How one archive or publisher writes its addresses. */
export interface PaperArchive {
  id: string;
  /** Exact hosts, ignoring `www.`. */
  hosts: readonly string[];
  /** Hosts whose subdomains belong to it too. */
  parentHosts?: readonly string[];
  parse(url: URL): Paper | undefined;
}
