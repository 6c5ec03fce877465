import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Lazy<P extends object> {
  /** What was loaded; nothing until it is there. */
  Part(props: P): VNode | null;
  /** Loads it, once. */
  load(): Promise<void>;
}

/** A part of a page whose code is no part of the page's start. */
export function lazy<P extends object>(fetchPart: () => Promise<ComponentType<P>>): Lazy<P> {
  let Loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const load = () => {
    loading ??= fetchPart().then(
      (part) => {
        Loaded = part;
      },
      (thrown: unknown) => {
        loading = undefined;
        throw thrown;
      },
    );
    return loading;
  };
  function Part(props: P) {
    const [, renderAgain] = useState(0);
    useEffect(() => {
      if (Loaded === undefined) void load().then(() => renderAgain(1));
    }, []);
    return Loaded ? <Loaded {...props} /> : null;
  }
  return { Part, load };
}
