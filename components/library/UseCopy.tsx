import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import {
  findCopyOfDamaged,
  type Loss,
  replaceByCopy,
  saveCopy,
} from '../../lib/client/lost-library.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { CopiedPosts } from './CopiedPosts.tsx';
import { copyText } from './copy-text.ts';

interface UseCopyProps {
  /** False if the library is intact, and only the disk is full. */
  mayReplace: boolean;
  /** The wrap-up whose draft is requested. */
  wrapUpId?: string | undefined;
}

/**
 * The options if retrying does not help: read the copy, download it as a file, or replace the
 * unreadable library by it.
 */
export function UseCopy({ mayReplace, wrapUpId }: UseCopyProps) {
  const [damaged, setDamaged] = useState<Loss>();
  const [state, setState] = useState<'asked' | 'busy' | 'failed'>();
  useEffect(() => {
    // If no copy can be looked for, none is offered.
    void findCopyOfDamaged().then(setDamaged, (thrown: unknown) =>
      noteProblem('library.look', thrown),
    );
  }, []);
  if (damaged === undefined) return null;
  const save = () =>
    saveCopy(damaged).catch((thrown: unknown) => {
      noteProblem('library.save-copy', thrown);
      setState('failed');
    });
  const replace = async () => {
    setState('busy');
    try {
      await replaceByCopy(damaged);
      location.reload();
    } catch (thrown) {
      noteProblem('library.replace', thrown);
      setState('failed');
    }
  };
  return (
    <>
      <p>{copyText(damaged)}</p>
      <button type="button" class="button" onClick={() => void save()}>
        {t('popup_save_copy')}
      </button>
      {damaged.copy && <CopiedPosts copy={damaged.copy} wrapUpId={wrapUpId} />}
      {!mayReplace ? null : state === undefined ? (
        <button type="button" class="button" onClick={() => setState('asked')}>
          {t('popup_use_copy')}
        </button>
      ) : (
        <>
          <p>{t('popup_use_copy_sure')}</p>
          <button
            type="button"
            class="button danger"
            disabled={state === 'busy'}
            onClick={() => void replace()}
          >
            {t('popup_use_copy_yes')}
          </button>
        </>
      )}
      {state === 'failed' && <p role="status">{t('popup_decision_failed')}</p>}
    </>
  );
}
