import { registryAdapter } from '../../page/adapters/packages/package-page.ts';
import { site } from './address.ts';

export const adapter = registryAdapter(site, 'pkg.go.dev', [
  '.Documentation-overview p:first-of-type',
]);
