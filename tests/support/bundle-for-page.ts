import { build } from 'vite';

/** Returns one script for a page that puts the exports of `entry` under `window[name]`. */
export async function bundleForPage(entry: string, name: string, minify = false): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: process.cwd(),
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    build: {
      write: false,
      minify,
      target: 'es2024',
      lib: { entry, formats: ['iife'], name },
      rollupOptions: { output: { extend: true } },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !('output' in bundle)) throw new Error(`${entry} gave no bundle`);
  return bundle.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
}
