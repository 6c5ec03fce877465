import { useState } from 'preact/hooks';
import { copyRawDatabase } from '../../lib/client/copy-raw-database.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import type { ErrorCode } from '../../lib/core/base/errors.ts';
import { lazy } from '../ui/lazy.tsx';

const { Part: LostLibrary } = lazy(
  'lost-library',
  async () => (await import('./LostLibrary.tsx')).LostLibrary,
);
const { Part: UseCopy } = lazy('use-copy', async () => (await import('./UseCopy.tsx')).UseCopy);

interface NoLibraryProps {
  why: ErrorCode | 'slow';
  /** The wrap-up whose draft is requested from a copy. */
  wrapUpId?: string | undefined;
}

/** Replaces a page's content if the clips can't be read, or not yet. */
export function NoLibrary({ why, wrapUpId }: NoLibraryProps) {
  if (why === 'library-gone') return <LostLibrary what="gone" />;
  if (why === 'library-behind') return <LostLibrary what="behind" />;
  return <Unopened why={why} wrapUpId={wrapUpId} />;
}

function Unopened({ why, wrapUpId }: NoLibraryProps) {
  const isNewer = why === 'storage-newer';
  const { title, text } = said(why);
  const [failed, setFailed] = useState(false);
  const copy = () =>
    copyRawDatabase().then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <div class="empty" role="alert">
      <h2>{t(title)}</h2>
      <p>{text}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {t('popup_retry')}
      </button>
      {(why === 'storage-failed' || why === 'storage-full') && (
        <UseCopy mayReplace={why === 'storage-failed'} wrapUpId={wrapUpId} />
      )}
      {isNewer && (
        <>
          <button type="button" class="button" onClick={() => void copy()}>
            {t('popup_copy_raw')}
          </button>
          <p class="field-hint" role="status">
            {failed ? errorText({ code: 'storage-failed' }) : t('popup_copy_raw_hint')}
          </p>
        </>
      )}
    </div>
  );
}

function said(why: ErrorCode | 'slow'): { title: MessageKey; text: string } {
  switch (why) {
    case 'slow':
      return { title: 'popup_slow_title', text: t('popup_slow_text') };
    case 'storage-newer':
      return { title: 'popup_newer_title', text: errorText({ code: why }) };
    case 'storage-full':
      return { title: 'popup_full_title', text: t('popup_full_text') };
    default:
      return { title: 'popup_unreadable_title', text: t('popup_unreadable_text') };
  }
}
