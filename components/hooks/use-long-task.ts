import { useEffect, useState } from 'preact/hooks';
import type { Watched } from '../../lib/app/export-wrap-up.ts';

export interface Progress {
  done: number;
  /** 0 until it is known. */
  total: number;
}

export interface LongTask {
  /** Null while no task of this name runs. */
  progress: Progress | null;
  /** True while any task runs. */
  busy: boolean;
  /** Only one runs at a time: undefined if another one runs. */
  run<T>(task: (watched: Watched) => Promise<T>): Promise<T | undefined>;
  cancel(): void;
}

/**
 * The running task belongs to the page, not to the component, so another tab of the page does not
 * end it.
 */
let running: { name: string; controller: AbortController } | null = null;
let progress: Progress | null = null;
const listeners = new Set<() => void>();

function show(next: Progress | null): void {
  progress = next;
  for (const listener of listeners) listener();
}

async function run<T>(
  name: string,
  task: (watched: Watched) => Promise<T>,
): Promise<T | undefined> {
  if (running) return undefined;
  const controller = new AbortController();
  running = { name, controller };
  show({ done: 0, total: 0 });
  try {
    const onProgress = (done: number, total: number) => show({ done, total });
    return await task({ signal: controller.signal, onProgress });
  } finally {
    running = null;
    show(null);
  }
}

/**
 * A task that shows progress and can be cancelled.
 * @param name distinguishes it from other tasks of this page
 */
export function useLongTask(name = 'export'): LongTask {
  const [, setVersion] = useState(0);
  useEffect(() => {
    const listener = () => setVersion((before) => before + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  const isOurs = running?.name === name;
  return {
    progress: isOurs ? progress : null,
    busy: running !== null,
    run: (task) => run(name, task),
    cancel: () => {
      if (running?.name === name) running.controller.abort();
    },
  };
}
