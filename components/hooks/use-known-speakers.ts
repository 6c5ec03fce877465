import { useRef } from 'preact/hooks';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { type KnownSpeaker, listKnownSpeakers } from '../../lib/details/known-speaker.ts';

/**
 * The speakers of other wrap-ups, collected when first needed, because opening the popup and typing
 * in it must not wait for hundreds of them.
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
