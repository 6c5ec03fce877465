import { RotateCcw, Trash2 } from 'lucide';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { locale, t } from '../../lib/client/i18n.ts';
import type { TrashEntry } from '../../lib/core/library/trash.ts';
import type { Trash } from '../hooks/use-trash.ts';
import { Icon } from '../ui/Icon.tsx';
import { LibrarySection } from './LibrarySection.tsx';
import {
  bringsWrapUp,
  entryKind,
  entryPlace,
  entryTitle,
  goneAtMs,
  searchTrash,
} from './trash-search.ts';

interface TrashSectionProps {
  trash: Trash;
  /** Address of a kept picture's bytes; '' while they are not there. */
  pictureUrl(assetId: string): string;
}

/** Thousands of rows would be slow to lay out, and nobody reads them. */
const rowsAtOnce = 100;

/** What was deleted in the last 30 days, and the ways back. */
export function TrashSection({ trash, pictureUrl }: TrashSectionProps) {
  const [query, setQuery] = useState('');
  const [rows, setRows] = useState(rowsAtOnce);
  const [asking, setAsking] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const { entries, partial } = trash;
  const found = useMemo(() => searchTrash(entries ?? [], query), [entries, query]);
  /** What had the focus is gone with its row. */
  const toSearch = () => search.current?.focus();
  const rest = found.length - rows;
  return (
    <LibrarySection id="trash" title={t('trash_title')}>
      <p class="quiet">{t('trash_explained')}</p>
      {entries?.length === 0 && !partial && <p>{t('trash_empty')}</p>}
      {entries && entries.length > 0 && (
        <>
          <div class="trash-head">
            <input
              ref={search}
              type="text"
              class="trash-search"
              aria-label={t('trash_search')}
              placeholder={t('trash_search')}
              autocomplete="off"
              dir="auto"
              value={query}
              onInput={(event) => {
                setQuery(event.currentTarget.value);
                setRows(rowsAtOnce);
              }}
            />
            {!asking && (
              <button
                type="button"
                class="button"
                disabled={trash.busy || partial}
                onClick={() => setAsking(true)}
              >
                <Icon of={Trash2} />
                {t('trash_empty_it')}
              </button>
            )}
            <p role="status" class="quiet trash-found">
              {query !== '' && !partial && t('trash_found', found.length, entries.length)}
            </p>
          </div>
          {asking && (
            <Question
              text={t('trash_empty_asked', entries.length)}
              yes={t('trash_empty_yes')}
              busy={trash.busy}
              onYes={() => void trash.empty().then(() => setAsking(false))}
              onNo={() => {
                setAsking(false);
                toSearch();
              }}
            />
          )}
          <ul class="trash-rows">
            {found.slice(0, rows).map((entry) => (
              <TrashRow
                key={`${entry.kind} ${entry.id}`}
                entry={entry}
                busy={trash.busy}
                pictureUrl={pictureUrl}
                onPutBack={() => void trash.putBack(entry).then(toSearch)}
                onDelete={() => void trash.deleteForGood(entry).then(toSearch)}
              />
            ))}
          </ul>
          {rest > 0 && !partial && (
            <button type="button" class="button" onClick={() => setRows(rows + rowsAtOnce)}>
              {t('trash_more', rest)}
            </button>
          )}
        </>
      )}
    </LibrarySection>
  );
}

interface TrashRowProps extends Pick<TrashSectionProps, 'pictureUrl'> {
  entry: TrashEntry;
  busy: boolean;
  onPutBack(): void;
  onDelete(): void;
}

function TrashRow({ entry, busy, pictureUrl, onPutBack, onDelete }: TrashRowProps) {
  const [asking, setAsking] = useState(false);
  const deleteButton = useRef<HTMLButtonElement>(null);
  const title = entryTitle(entry);
  const withWrapUp = bringsWrapUp(entry);
  const putBack = t(withWrapUp ? 'trash_put_back_with' : 'trash_put_back');
  const url = entry.kind === 'picture' ? pictureUrl(entry.replaced.assetId) : '';
  return (
    <li class="trash-row" data-trash={entry.id}>
      {url !== '' && <img class="thumb" src={url} alt="" />}
      <div class="trash-text">
        <span class="trash-title" dir="auto">
          {title}
        </span>
        <span class="quiet">
          {entryKind(entry)} · <span dir="auto">{entryPlace(entry)}</span> ·{' '}
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

interface QuestionProps {
  text: string;
  yes: string;
  busy: boolean;
  onYes(): void;
  onNo(): void;
}

/** Asks in words before what cannot be taken back. */
function Question({ text, yes, busy, onYes, onNo }: QuestionProps) {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <div
      class="question"
      role="alertdialog"
      aria-label={text}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <p>{text}</p>
      <div class="actions">
        <button type="button" class="button danger" disabled={busy} onClick={onYes}>
          {yes}
        </button>
        <button ref={no} type="button" class="button" disabled={busy} onClick={onNo}>
          {t('trash_keep')}
        </button>
      </div>
    </div>
  );
}

const dayOf = (atMs: number) =>
  new Date(atMs).toLocaleDateString(locale(), { day: 'numeric', month: 'long' });

const shortened = (title: string) =>
  title.length > 60 ? `${title.slice(0, 58).trimEnd()}…` : title;
