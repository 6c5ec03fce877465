import type { Plugin } from 'vite';

const library = /[\\/]@cantoo[\\/]pdf-lib[\\/]/;
const fontMetrics = /[\\/]standard-fonts[\\/].*\.compressed\.json$/;

/**
 * We only read PDFs, so the code that pdf-lib has for writing them, above all the metrics of its
 * fonts, is left out of the package. Its modules only define things, but its package.json does not
 * say so, so a bundler would keep them all (578 kB instead of 110).
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
