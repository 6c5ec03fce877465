import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Calls `onLeave` when the pointer goes down, or the focus moves, outside `inside`. */
export function useLeave(
  inside: RefObject<HTMLElement | null>,
  active: boolean,
  onLeave: () => void,
): void {
  useEffect(() => {
    if (!active) return;
    const check = (event: Event) => {
      if (event.target instanceof Node && !inside.current?.contains(event.target)) onLeave();
    };
    document.addEventListener('pointerdown', check, true);
    document.addEventListener('focusin', check, true);
    return () => {
      document.removeEventListener('pointerdown', check, true);
      document.removeEventListener('focusin', check, true);
    };
  }, [inside, active, onLeave]);
}
