/** Lines counted from 1, both ends included. */
export interface LineRange {
  startLine: number;
  endLine: number;
}

/** What an address of a code host names. `repository` is its path: `owner/name`, `group/sub/name`. */
export type CodePlace = { repository: string; repositoryUrl: string } & (
  | { kind: 'repository' }
  | {
      kind: 'file';
      /**
       * Commit, branch or tag. For a branch with a slash only the first part; the rest is in
       * `path`.
       */
      ref: string;
      path: string;
      lines: LineRange | null;
    }
  | { kind: 'folder'; ref: string; path: string }
  | { kind: 'commit'; commit: string }
  | {
      kind: 'issue' | 'pull' | 'discussion';
      number: number;
      /** Fragment of one comment, without `#`, or ''. */
      comment: string;
    }
  | { kind: 'release'; version: string }
);

export type FilePlace = Extract<CodePlace, { kind: 'file' }>;

/** How one kind of code host writes its addresses. */
export interface CodeHost {
  id: string;
  /**
   * Exact hosts, ignoring `www.`; an empty list: any host that no other site names, recognised by
   * the path.
   */
  hosts: readonly string[];
  /** `parts` are the path's decoded parts; `url` has the query and the fragment. */
  parse(url: URL, parts: readonly string[]): CodePlace | undefined;
  /** Returns the address of a file, or lines of it, at a commit. */
  fileUrl(place: FilePlace, commit: string): string;
  /** The sign between repository and number: `#`, or `!` for merge requests. */
  numberSign?(place: CodePlace): string;
}
