import * as sites from '../../../core/sites/people.ts';
import type { SiteAdapter } from '../adapter.ts';
import { profileAdapter } from './profile-page.ts';

/** Signed in, LinkedIn shows its application; signed out, a page with JSON-LD. */
const linkedin = profileAdapter(sites.linkedin, {
  siteName: 'LinkedIn',
  names: ['main h1.text-heading-xlarge', 'h1.top-card-layout__title', 'main h1'],
  headlines: ['main .text-body-medium.break-words', 'h2.top-card-layout__headline'],
  titled: true,
});

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

const speakerdeck = profileAdapter(sites.speakerdeck, {
  siteName: 'Speaker Deck',
  names: ['.profile-header h1', 'main h1', 'h1'],
  headlines: [],
});

const sessionize = profileAdapter(sites.sessionize, {
  siteName: 'Sessionize',
  names: ['.c-s-speaker-info__name', 'h1'],
  headlines: ['.c-s-speaker-info__tagline', 'h1 + p'],
});

export const peopleAdapters: readonly SiteAdapter[] = [linkedin, sessionize, speakerdeck, xing];
