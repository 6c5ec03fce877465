import type { SiteAdapter } from '../../../page/adapters/adapter.ts';
import { codeAdapters } from './adapter-code.ts';
import { eventsAdapters } from './adapter-events.ts';
import { packagesAdapters } from './adapter-packages.ts';
import { papersAdapters } from './adapter-papers.ts';
import { peopleAdapters } from './adapter-people.ts';
import { referencesAdapters } from './adapter-references.ts';
import { threadsAdapters } from './adapter-threads.ts';

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
