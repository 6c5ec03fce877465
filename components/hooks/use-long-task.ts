import { useEffect, useRef, useState } from 'preact/hooks';
import type { Watched } from '../../lib/app/export-wrap-up.ts';

export interface Progress {
  done: number;
  /** 0 until it is known. */
  total: number;
}

export interface LongTask {
  /** Null while nothing runs. */
  progress: Progress | null;
  /** One at a time: undefined where another one runs. */
  run<T>(task: (watched: Watched) => Promise<T>): Promise<T | undefined>;
  cancel(): void;
}

/** Something that can be waited for and cancelled; it ends with what shows it. */
export function useLongTask(): LongTask {
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  return {
    progress,
    async run(task) {
      if (running.current) return undefined;
      const controller = new AbortController();
      running.current = controller;
      setProgress({ done: 0, total: 0 });
      const onProgress = (done: number, total: number) => setProgress({ done, total });
      try {
        return await task({ signal: controller.signal, onProgress });
      } finally {
        running.current = null;
        setProgress(null);
      }
    },
    cancel: () => running.current?.abort(),
  };
}
