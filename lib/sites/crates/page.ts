import { registryAdapter } from '../../page/adapters/packages/package-page.ts';
import { site } from './address.ts';

export const adapter = registryAdapter(site, 'crates.io', [
  '[class*="_description_"]',
  'h1 + .description',
]);
