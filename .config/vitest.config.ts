import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** One runner, one project an edge (ARCHITECTURE, "Tests"). */
const project = (name: string, extra: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
});

export default defineConfig({
  root,
  test: {
    reporters: ['default'],
    projects: [
      project('unit', { include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'] }),
      project('dom', { environment: 'jsdom' }),
      project('store'),
      project('shell'),
      project('build', { testTimeout: 120_000 }),
      project('hugo', { testTimeout: 120_000 }),
      project('e2e', {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
    ],
  },
});
