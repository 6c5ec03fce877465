import { vi } from 'vitest';

/** Asks until nothing is thrown: on a busy machine what takes milliseconds may take seconds. */
export const eventually = <T>(ask: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(ask, { timeout: 20_000, interval: 10 });
