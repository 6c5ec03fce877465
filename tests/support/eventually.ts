import { vi } from 'vitest';

/** Retries until nothing is thrown, because on a busy machine milliseconds may become seconds. */
export const eventually = <T>(ask: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(ask, { timeout: 20_000, interval: 10 });
