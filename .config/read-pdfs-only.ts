import type { Plugin } from 'vite';

const library = /[\\/]@cantoo[\\/]pdf-lib[\\/]/;
const fontMetrics = /[\\/]standard-fonts[\\/].*\.compressed\.json$/;

/**
 * We read PDFs and write none: what pdf-lib holds for writing them, the metrics of its fonts before
 * all, stays out of the package. Its modules only define things, which its package.json does not say,
 * so that a bundler would keep them all (578 kB instead of 110).
 */
export function readPdfsOnly(): Plugin {
  return {
    name: 'wrapup:read-pdfs-only',
    enforce: 'pre',
    load: (id) => (library.test(id) && fontMetrics.test(id) ? '""' : undefined),
    transform: (code, id) =>
      library.test(id) ? { code, map: null, moduleSideEffects: false } : undefined,
  };
}
