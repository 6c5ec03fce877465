/**
 * Every way Wrapup can fail, as stable strings. Each is the key of the message for the user in
 * `public/_locales` (`error_<code with _ for ->`), which says what happened, what was kept and what
 * to do.
 */
export const errorCodes = [
  'page-not-clippable',
  'page-not-granted',
  'page-not-loaded',
  'page-silent',
  'store-page',
  'selection-empty',
  'selection-too-long',
  'selection-unformatted',
  'selection-in-frame',
  'pdf-needs-menu',
  'reader-needs-menu',
  'pdf-out-of-reach',
  'pdf-encrypted',
  'pdf-broken',
  'pdf-too-large',
  'link-not-clippable',
  'tab-gone',
  'capture-failed',
  'picture-not-kept',
  'recording-not-found',
  'recording-in-frame',
  'screenshot-failed',
  'storage-full',
  'storage-failed',
  'storage-newer',
  'library-gone',
  'library-behind',
  'wrap-up-gone',
  'talk-gone',
  'clip-gone',
  'clip-changed',
  'clip-interrupted',
  'event-not-found',
  'calendar-unreachable',
  'calendar-unreadable',
  'person-not-found',
  'speaker-needs-wrap-up',
  'too-many-speakers',
  'template-broken',
  'template-slow',
  'template-large',
  'message-invalid',
  'message-refused',
  'background-silent',
  'code-not-loaded',
  'draft-failed',
  'clipboard-refused',
  'download-failed',
  'export-cancelled',
  'export-too-large',
  'backup-failed',
  'backup-foreign',
  'backup-newer',
  'backup-damaged',
  'backup-invalid',
  'backup-too-large',
  'folder-gone',
  'folder-refused',
  'folder-full',
  'folder-failed',
  'file-in-the-way',
  'file-locked',
  'file-refused',
  'picture-unreachable',
  'no-picture',
  'drawing-unreadable',
  'picture-too-large',
  'file-too-large',
  'file-unreadable',
  'file-gone',
  'too-many-files',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/**
 * A failure with details that help to identify it; `detail` is for logs and is never shown as is.
 */
export interface Failure {
  code: ErrorCode;
  detail?: string | undefined;
  /** An address that the user can go to, if there is one. */
  url?: string | undefined;
  /** The part of the intended clip that could be read, as Markdown, if that is not everything. */
  markdown?: string | undefined;
}

export function failure(code: ErrorCode, detail?: string): Failure {
  return detail === undefined ? { code } : { code, detail };
}

// It is marked pure because scripts for pages need no list of codes and should not contain it.
const codes: ReadonlySet<unknown> = /* @__PURE__ */ new Set(errorCodes);

/**
 * Turns an error from an edge into a failure: with its own code if it has one, else with
 * `otherwise`.
 */
export function toFailure(thrown: unknown, otherwise: ErrorCode): Failure {
  const { code, message, detail: known } = (thrown ?? {}) as Record<string, unknown>;
  const detail = [message, known].find((each) => typeof each === 'string') ?? String(thrown);
  return failure(codes.has(code) ? (code as ErrorCode) : otherwise, String(detail));
}
