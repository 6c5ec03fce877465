/**
 * The names of all checks, by which they are switched off. They are separate from the checks' code,
 * which is long.
 */
export const checkIds = [
  'address-http',
  'address-local',
  'address-secret',
  'address-tracking',
  'check-time',
  'doubled-word',
  'draft-flag',
  'empty-section',
  'file-unlinked',
  'future-date',
  'heading-skipped',
  'link-twice',
  'linked-earlier',
  'picture-alt',
  'picture-missing',
  'quote-source',
  'quote-words',
  'speaker-thanks',
  'talk-speaker',
  'unclosed-comment',
  'unclosed-fence',
  'unclosed-shortcode',
  'unknown-shortcode',
] as const;

export type CheckId = (typeof checkIds)[number];
