/** What pages of the extension, and its background, may load and do. Everything else is refused. */
const directives: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'style-src': "'self'",
  // Stored pictures are shown from memory, so no site learns that one is looked at again.
  'img-src': "'self' blob:",
  // Any site, because that is where the pictures, calendars and PDFs are that the user requests;
  // also over http, and from an address itself (`data:`); and our own files, for the texts of a
  // chosen language. Nothing else sends requests.
  'connect-src': "'self' https: http: data:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  // Used by lib/browser/trusted-types.ts.
  'trusted-types': 'wrapup',
};

/** During development, the server adds style sheets as elements, and its own scripts. */
const whileDeveloping: Record<string, string | undefined> = {
  'default-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' https: http: data: ws:",
  'require-trusted-types-for': undefined,
  'trusted-types': undefined,
};

/** The extension pages' `content_security_policy`. */
export function contentPolicy(isDeveloping: boolean): string {
  return Object.entries({ ...directives, ...(isDeveloping ? whileDeveloping : {}) })
    .flatMap(([name, sources]) => (sources === undefined ? [] : [`${name} ${sources}`]))
    .join('; ');
}
