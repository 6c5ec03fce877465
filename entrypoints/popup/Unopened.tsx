import { UnsavedClips } from '../../components/clips/UnsavedClips.tsx';
import { useUnsaved } from '../../components/hooks/use-unsaved.ts';
import { NoLibrary } from '../../components/library/NoLibrary.tsx';
import { errorText } from '../../lib/client/error-text.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import type { ErrorCode } from '../../lib/core/base/errors.ts';

interface UnopenedProps {
  why: ErrorCode | 'slow';
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
}

/**
 * Replaces the tabs if the clips can't be read, and shows unsaved clips that are stored nowhere
 * else.
 */
export function Unopened({ why, showNotice, offerUndo }: UnopenedProps) {
  const unsaved = useUnsaved({ showNotice, offerUndo });
  return (
    <div class="unopened">
      <NoLibrary why={why} />
      <UnsavedClips
        clips={unsaved.clips}
        reason={errorText}
        onCopy={(each) => void unsaved.copy(each)}
        onDiscard={(each) => void unsaved.discard(each)}
      />
    </div>
  );
}
