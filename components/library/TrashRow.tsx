import { RotateCcw } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { locale, t } from '../../lib/client/i18n.ts';
import type { TrashEntry } from '../../lib/core/library/trash.ts';
import { Icon } from '../ui/Icon.tsx';
import { Question } from './Question.tsx';
import { bringsWrapUp, entryKind, entryPlace, entryTitle, goneAtMs } from './trash-search.ts';

interface TrashRowProps {
  entry: TrashEntry;
  busy: boolean;
  /** Returns the address of a stored picture's bytes; '' while they are not there. */
  pictureUrl(assetId: string): string;
  /** False if all rows are of the same wrap-up. */
  saysPlace?: boolean;
  onPutBack(): void;
  onDelete(): void;
}

/**
 * Something deleted, with buttons to restore or purge it; what can't be undone is confirmed first.
 */
export function TrashRow(props: TrashRowProps) {
  const { entry, busy, pictureUrl, saysPlace = true, onPutBack, onDelete } = props;
  const [asking, setAsking] = useState(false);
  const deleteButton = useRef<HTMLButtonElement>(null);
  const title = entryTitle(entry);
  const withWrapUp = bringsWrapUp(entry);
  const putBack = t(withWrapUp ? 'trash_put_back_with' : 'trash_put_back');
  const isPicture = entry.kind === 'picture' && entry.replaced.fileId === undefined;
  const url = isPicture ? pictureUrl(entry.replaced.assetId) : '';
  return (
    <li class="trash-row" data-trash={entry.id}>
      {url !== '' && <img class="thumb" src={url} alt="" />}
      <div class="trash-text">
        <span class="trash-title" dir="auto">
          {title}
        </span>
        <span class="quiet">
          {entryKind(entry)} ·{' '}
          {saysPlace && (
            <>
              <span dir="auto">{entryPlace(entry)}</span> ·{' '}
            </>
          )}
          {t('trash_until', dayOf(Date.parse(entry.deletedAt)), dayOf(goneAtMs(entry)))}
        </span>
        {withWrapUp && <span class="quiet">{t('trash_with_wrap_up')}</span>}
      </div>
      {asking ? (
        <Question
          text={t(entry.kind === 'wrapUp' ? 'trash_delete_wrap_up_asked' : 'trash_delete_asked')}
          yes={t('trash_delete')}
          busy={busy}
          onYes={onDelete}
          onNo={() => {
            setAsking(false);
            requestAnimationFrame(() => deleteButton.current?.focus());
          }}
        />
      ) : (
        <div class="actions">
          <button
            type="button"
            class="button"
            disabled={busy}
            aria-label={t('trash_named', putBack, shortened(title))}
            onClick={onPutBack}
          >
            <Icon of={RotateCcw} />
            {putBack}
          </button>
          <button
            ref={deleteButton}
            type="button"
            class="text-button"
            disabled={busy}
            aria-label={t('trash_named', t('trash_delete'), shortened(title))}
            onClick={() => setAsking(true)}
          >
            {t('trash_delete')}
          </button>
        </div>
      )}
    </li>
  );
}

const dayOf = (atMs: number) =>
  new Date(atMs).toLocaleDateString(locale(), { day: 'numeric', month: 'long' });

const shortened = (title: string) =>
  title.length > 60 ? `${title.slice(0, 58).trimEnd()}…` : title;
