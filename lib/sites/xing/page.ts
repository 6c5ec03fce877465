import { profileAdapter } from '../../page/adapters/people/profile-page.ts';
import { site } from './address.ts';

/**
 * It was checked neither against the site nor against public code that reads it, because its
 * application is closed to both.
 */
export const adapter = profileAdapter(site, {
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
