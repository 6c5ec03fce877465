import { profileAdapter } from '../../page/adapters/people/profile-page.ts';
import { site } from './address.ts';

/**
 * Checked in November 2026 against public code that reads these pages: the member's own details are
 * in `.c-s-speaker-info--full`; smaller ones of others may be beside it.
 */
export const adapter = profileAdapter(site, {
  siteName: 'Sessionize',
  names: ['.c-s-speaker-info--full .c-s-speaker-info__name', '.c-s-speaker-info__name', 'h1'],
  headlines: [
    '.c-s-speaker-info--full .c-s-speaker-info__tagline',
    '.c-s-speaker-info__tagline',
    'h1 + p',
  ],
});
