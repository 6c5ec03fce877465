import { useEffect, useRef, useState } from 'preact/hooks';
import { draftContext } from '../../lib/checks/draft-context.ts';
import { Checker, type Finding } from '../../lib/client/checker.ts';
import type { DraftState } from '../../lib/client/draft-composer.ts';
import { loadEarlierPosts } from '../../lib/client/loaded-later.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';

/** Nobody should be warned about half a word. */
const afterTypingMs = 700;

/** The results of the checks for a draft, and the text that was checked. */
export interface CheckedText {
  text: string;
  findings: readonly Finding[];
}

interface Checked {
  wrapUp: WrapUp | undefined;
  items: readonly Item[] | undefined;
  profile: Profile | undefined;
  draft: DraftState;
}

/**
 * Checks the shown draft, in a worker, a moment after each change; undefined until the first
 * answer.
 */
export function useChecks({ wrapUp, items, profile, draft }: Checked): CheckedText | undefined {
  const [checked, setChecked] = useState<CheckedText>();
  const checker = useRef<Checker>(undefined);
  const [earlier, setEarlier] = useState(0);
  const wrapUpId = wrapUp?.id;
  useEffect(() => {
    if (wrapUpId === undefined) return;
    let isEnded = false;
    const made = new Checker((found) => {
      if (!isEnded) setChecked(found);
    });
    checker.current = made;
    const reading = loadEarlierPosts().then(({ readEarlierPosts }) => readEarlierPosts(wrapUpId));
    reading.then(
      (posts) => {
        if (isEnded || posts.length === 0) return;
        made.setEarlier(posts);
        setEarlier((count) => count + 1);
      },
      // The checks then ignore earlier posts.
      (thrown) => noteProblem('checks.earlier', thrown),
    );
    return () => {
      isEnded = true;
      made.end();
    };
  }, [wrapUpId]);
  const off = profile?.checksOff.join() ?? '';
  const shortcodes = profile?.shortcodes.join() ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `off` and `shortcodes` stand for the profile's lists; the rest of it is in the text
  useEffect(() => {
    if (!wrapUp || !items || !profile || draft.state !== 'ready') return;
    const { text, pieces, missing, placed } = draft;
    const timer = setTimeout(() => {
      const places = pieces.map((piece) => ({
        ...(piece.kind === 'item' ? { id: piece.id } : piece.row && { id: piece.row.id }),
        firstLine: piece.firstLine,
        lineCount: piece.lineCount,
      }));
      const context = draftContext({
        ...{ wrapUp, items, pieces: places, profile },
        missing,
        files: placed,
        now: new Date().toISOString(),
      });
      checker.current?.check({
        text,
        context,
        time: Date.parse(wrapUp.date),
        off: profile.checksOff,
      });
    }, afterTypingMs);
    return () => clearTimeout(timer);
  }, [wrapUp, items, draft, off, shortcodes, earlier]);
  return checked;
}
