import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type After, arranged } from '../../lib/core/post/arrange.ts';

interface PendingMove {
  moving: readonly string[];
  /** Never one of those that move. */
  after: After;
}

/**
 * Shows the stored order with the pending moves on top, so that other changes meanwhile do not undo
 * them. A move is dropped once the list shows it, once a newer list arrives after it was written,
 * or if it failed.
 */
export function usePendingMoves(stored: readonly string[]) {
  const [moves, setMoves] = useState<readonly PendingMove[]>([]);
  const written = useRef(new Set<PendingMove>());
  const latest = useRef(stored);
  useEffect(() => {
    if (latest.current === stored) return;
    latest.current = stored;
    setMoves((before) => {
      const left = before.filter((move) => !isShown(stored, move) && !written.current.has(move));
      return left.length === before.length ? before : left;
    });
  }, [stored]);
  const ids = useMemo(
    () => moves.reduce((list, move) => (canMove(list, move) ? moved(list, move) : list), stored),
    [stored, moves],
  );
  return {
    ids,
    /** @param writing resolves to false if it was not written */
    add(moving: readonly string[], after: After, writing: Promise<boolean>): void {
      const move = { moving, after };
      const isOther = (other: PendingMove) => !other.moving.some((id) => moving.includes(id));
      setMoves((before) => [...before.filter(isOther), move]);
      void writing.then((isWritten) => {
        if (isWritten) written.current.add(move);
        else setMoves((before) => before.filter((other) => other !== move));
      });
    },
  };
}

const moved = (list: readonly string[], { moving, after }: PendingMove) =>
  arranged(list, moving, after);

const canMove = (list: readonly string[], { moving, after }: PendingMove) =>
  moving.some((id) => list.includes(id)) && (after === null || list.includes(after));

const isShown = (list: readonly string[], move: PendingMove) =>
  moved(list, move).every((id, at) => id === list[at]);
