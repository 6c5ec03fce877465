import type { AdapterScript } from '../../../lib/core/address/site.ts';
import type { SiteAdapter } from '../../../lib/page/adapters/adapter.ts';
import { adapters as code } from '../../../lib/sites/registry/pages/adapter-code.ts';
import { adapters as events } from '../../../lib/sites/registry/pages/adapter-events.ts';
import { adapters as packages } from '../../../lib/sites/registry/pages/adapter-packages.ts';
import { adapters as papers } from '../../../lib/sites/registry/pages/adapter-papers.ts';
import { adapters as people } from '../../../lib/sites/registry/pages/adapter-people.ts';
import { adapters as references } from '../../../lib/sites/registry/pages/adapter-references.ts';
import { adapters as threads } from '../../../lib/sites/registry/pages/adapter-threads.ts';

/** The adapters that each script brings into a page. */
export const adaptersIn: Record<AdapterScript, readonly SiteAdapter[]> = {
  'adapter-code': code,
  'adapter-events': events,
  'adapter-packages': packages,
  'adapter-papers': papers,
  'adapter-people': people,
  'adapter-references': references,
  'adapter-threads': threads,
};

export const adapters = Object.values(adaptersIn).flat();
