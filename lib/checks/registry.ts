import type { Check } from './check.ts';
import { addressHttp } from './rules/address-http.ts';
import { addressLocal } from './rules/address-local.ts';
import { addressSecret } from './rules/address-secret.ts';
import { addressTracking } from './rules/address-tracking.ts';
import { checkTime } from './rules/check-time.ts';
import { doubledWord } from './rules/doubled-word.ts';
import { draftFlag } from './rules/draft-flag.ts';
import { emptySection } from './rules/empty-section.ts';
import { fileUnlinked } from './rules/file-unlinked.ts';
import { futureDate } from './rules/future-date.ts';
import { headingSkipped } from './rules/heading-skipped.ts';
import { linkTwice } from './rules/link-twice.ts';
import { linkedEarlier } from './rules/linked-earlier.ts';
import { pictureAlt } from './rules/picture-alt.ts';
import { pictureMissing } from './rules/picture-missing.ts';
import { quoteSource } from './rules/quote-source.ts';
import { quoteWords } from './rules/quote-words.ts';
import { speakerThanks } from './rules/speaker-thanks.ts';
import { talkSpeaker } from './rules/talk-speaker.ts';
import { unclosedComment } from './rules/unclosed-comment.ts';
import { unclosedFence } from './rules/unclosed-fence.ts';
import { unclosedShortcode } from './rules/unclosed-shortcode.ts';
import { unknownShortcode } from './rules/unknown-shortcode.ts';

/** All checks; a contract test runs over them. */
export const checks: readonly Check[] = [
  addressHttp,
  addressLocal,
  addressSecret,
  addressTracking,
  checkTime,
  doubledWord,
  draftFlag,
  emptySection,
  fileUnlinked,
  futureDate,
  headingSkipped,
  linkTwice,
  linkedEarlier,
  pictureAlt,
  pictureMissing,
  quoteSource,
  quoteWords,
  speakerThanks,
  talkSpeaker,
  unclosedComment,
  unclosedFence,
  unclosedShortcode,
  unknownShortcode,
];
