import type { Site } from '../../../core/site.ts';

const script = 'adapter-packages';

export const npm: Site = { id: 'npm', script, hosts: ['npmjs.com'] };
export const pypi: Site = { id: 'pypi', script, hosts: ['pypi.org'] };
export const crates: Site = { id: 'crates', script, hosts: ['crates.io'] };
export const docsRs: Site = { id: 'docs-rs', script, hosts: ['docs.rs'] };
export const goPackages: Site = { id: 'go-packages', script, hosts: ['pkg.go.dev'] };
