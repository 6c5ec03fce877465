import { registryAdapter } from '../../page/adapters/packages/package-page.ts';
import { site } from './address.ts';

/** Its description is the package's own; it was not checked against a saved page. */
export const adapter = registryAdapter(site, 'pub.dev', []);
