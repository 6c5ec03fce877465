import { defineConfig } from 'vitest/config';
import { languagesDefined } from './languages.ts';
import { LongestFirst } from './longest-first.ts';

const root = new URL('..', import.meta.url).pathname;

/** One runner, and one project for each edge (ARCHITECTURE, "Tests"). */
const project = (name: string, extra: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
});

/** Property tests take long on a busy machine, but a hanging test is still stopped. */
const withProperties = {
  ...{ setupFiles: ['tests/support/property-seed.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
};

export default defineConfig({
  root,
  define: languagesDefined,
  resolve: {
    alias: [
      // The same build that is shipped (wxt.config.ts).
      { find: /^dexie$/, replacement: `${root}node_modules/dexie/dist/modern/dexie.mjs` },
    ],
  },
  test: {
    reporters: ['default'],
    sequence: { sequencer: LongestFirst },
    // By default one processor is left idle, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      project('unit', {
        include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'],
        // Pure code leaves nothing behind, so the files share one process: half of the time was spent on loading.
        isolate: false,
        ...withProperties,
      }),
      project('dom', { environment: 'jsdom', ...withProperties }),
      project('store', withProperties),
      project('shell', withProperties),
      project('build', { testTimeout: 120_000 }),
      project('hugo', { ...withProperties, testTimeout: 120_000 }),
      project('generators', { ...withProperties, testTimeout: 120_000 }),
      project('torture', {
        testTimeout: 120_000,
        fileParallelism: false,
      }),
      project('e2e', {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        // Two browsers at once: each file starts its own, and most of the time a test waits for the
        // browser.
        maxWorkers: 2,
        // A failed journey runs once more, and the report names it, until ten whole runs in a row
        // have needed no second try.
        retry: process.env.CI ? 1 : 0,
      }),
    ],
  },
});
