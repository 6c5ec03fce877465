import { registryAdapter } from '../../page/adapters/packages/package-page.ts';
import { site } from './address.ts';

export const adapter = registryAdapter(site, 'PyPI', ['p.package-description__summary']);
