/** Every check, by the name under which it is switched off. Kept apart from the checks, which are long. */
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
