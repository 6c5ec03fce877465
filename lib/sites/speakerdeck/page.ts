import { profileAdapter } from '../../page/adapters/people/profile-page.ts';
import { site } from './address.ts';

/** The title, `Ada Example (@ada) on Speaker Deck`, is used if there is no heading. */
export const adapter = profileAdapter(site, {
  siteName: 'Speaker Deck',
  names: ['.profile-header h1', 'main h1', 'h1'],
  headlines: [],
  titled: true,
});
