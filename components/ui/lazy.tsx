import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadCode, whenLoaded } from '../../lib/core/base/load-code.ts';

interface Lazy<P extends object> {
  /** What was loaded; nothing until it is there. Where it cannot be, the page says so (`MissingCode`). */
  Part(props: P): VNode | null;
  /** Loads it, once. */
  load(): Promise<void>;
}

/** A part of a page whose code is no part of the page's start. */
export function lazy<P extends object>(
  name: string,
  fetchPart: () => Promise<ComponentType<P>>,
): Lazy<P> {
  let Loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  /** Told once it is there, whoever asked for it. */
  const waiting = new Set<() => void>();
  const load = () => {
    loading ??= loadCode(name, fetchPart).then(
      (part) => {
        Loaded = part;
        for (const told of waiting) told();
      },
      (thrown: unknown) => {
        loading = undefined;
        throw thrown;
      },
    );
    return loading;
  };
  function Part(props: P) {
    const [, setLoaded] = useState(Loaded !== undefined);
    useEffect(() => {
      const told = () => setLoaded(true);
      // It may have come since this was rendered.
      if (Loaded) return told();
      waiting.add(told);
      void whenLoaded(load(), told);
      return () => void waiting.delete(told);
    }, []);
    return Loaded ? <Loaded {...props} /> : null;
  }
  return { Part, load };
}
