import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadCode, whenLoaded } from '../../lib/core/base/load-code.ts';

interface Lazy<P extends object> {
  /**
   * Shows what was loaded; nothing until then. If it can't be loaded, the page says so
   * (`MissingCode`).
   */
  Part(props: P): VNode | null;
  /** Loads it, once. */
  load(): Promise<void>;
}

/** A part of a page whose code is not loaded at the start. */
export function lazy<P extends object>(
  name: string,
  fetchPart: () => Promise<ComponentType<P>>,
): Lazy<P> {
  let Loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  /** Called once it is loaded, whoever requested it. */
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
      // It may have loaded since this was rendered.
      if (Loaded) return told();
      waiting.add(told);
      void whenLoaded(load(), told);
      return () => void waiting.delete(told);
    }, []);
    return Loaded ? <Loaded {...props} /> : null;
  }
  return { Part, load };
}
