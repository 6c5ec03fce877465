import { useRef } from 'preact/hooks';
import { type KnownSpeaker, listKnownSpeakers } from '../../lib/core/known-speaker.ts';
import type { WrapUp } from '../../lib/core/wrap-up.ts';

/**
 * Who spoke in other wrap-ups, gone through when first asked for: opening the popup and typing in
 * it must not wait for hundreds of them.
 */
export function useKnownSpeakers(
  wrapUps: readonly WrapUp[],
  exceptId: string,
): () => readonly KnownSpeaker[] {
  const known = useRef<{ key: string; people: readonly KnownSpeaker[] } | null>(null);
  const key = `${exceptId} ${wrapUps.length}`;
  return () => {
    if (known.current?.key !== key) {
      known.current = { key, people: listKnownSpeakers(wrapUps, exceptId) };
    }
    return known.current.people;
  };
}
