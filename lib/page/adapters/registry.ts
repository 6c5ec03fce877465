import type { SiteAdapter } from './adapter.ts';
import { codeAdapters } from './code/registry.ts';
import { eventsAdapters } from './events/registry.ts';
import { packagesAdapters } from './packages/registry.ts';
import { papersAdapters } from './papers/registry.ts';
import { peopleAdapters } from './people/registry.ts';
import { referencesAdapters } from './references/registry.ts';
import { threadsAdapters } from './threads/registry.ts';

/** Every adapter; a page receives only those of one script (`lib/core/sites/site.ts`). */
export const adapters: readonly SiteAdapter[] = [
  ...codeAdapters,
  ...eventsAdapters,
  ...packagesAdapters,
  ...papersAdapters,
  ...peopleAdapters,
  ...referencesAdapters,
  ...threadsAdapters,
];
