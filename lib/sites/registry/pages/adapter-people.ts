import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { profileAdapter } from '../../../page/adapters/people/profile-page.ts';
import { linkedin } from '../../linkedin/page.ts';
import * as sites from '../addresses/sites-people.ts';

/** Not checked against the site or public code that reads it: its application is closed to both. */
const xing = profileAdapter(sites.xing, {
  siteName: 'XING',
  names: ['[data-qa="profile-name"]', '[data-testid="profile-display-name"]', 'main h1', 'h1'],
  headlines: ['[data-qa="profile-headline"]'],
  roles: [
    '[data-qa="profile-occupation-title"]',
    '[data-qa="profile-occupations"] [itemprop="jobTitle"]',
  ],
  organisations: ['[data-qa="profile-occupation-company"]'],
  titled: true,
});

/** The title, `Ada Example (@ada) on Speaker Deck`, stands in where the heading does not. */
const speakerdeck = profileAdapter(sites.speakerdeck, {
  siteName: 'Speaker Deck',
  names: ['.profile-header h1', 'main h1', 'h1'],
  headlines: [],
  titled: true,
});

/**
 * Checked in November 2026 against public code that reads these pages: the member's own details are
 * in `.c-s-speaker-info--full`; smaller ones of others may stand beside it.
 */
const sessionize = profileAdapter(sites.sessionize, {
  siteName: 'Sessionize',
  names: ['.c-s-speaker-info--full .c-s-speaker-info__name', '.c-s-speaker-info__name', 'h1'],
  headlines: [
    '.c-s-speaker-info--full .c-s-speaker-info__tagline',
    '.c-s-speaker-info__tagline',
    'h1 + p',
  ],
});

export const peopleAdapters: readonly SiteAdapter[] = [linkedin, sessionize, speakerdeck, xing];
