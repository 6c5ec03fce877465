import { useMemo, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { focusSoon } from '../ui/focus-soon.ts';
import { allClips, bySource, newClips, withWords } from './clips-of-tray.ts';
import { TrayList, type TrayListProps } from './TrayList.tsx';

/** How many rows are rendered at first; the others on request. */
const rowsAtFirst = 100;

export type ClipsShown = 'new' | 'all';

interface TrayClipsProps
  extends Pick<
    TrayListProps,
    'used' | 'places' | 'pictureUrl' | 'onAside' | 'onMoveTo' | 'onDelete' | 'onReveal' | 'onDrop'
  > {
  tray: readonly Item[];
  /** All items of the post; undefined until they are read. */
  post: readonly Item[] | undefined;
  shown: ClipsShown;
  onShow(shown: ClipsShown): void;
  /** Where Enter places a clip, as a sentence. */
  goesTo: string;
  onPlace(ids: readonly string[]): void;
}

/** The clips: new ones, to be sorted by single keys, or all of them. */
export function TrayClips(props: TrayClipsProps) {
  const { tray, post, used, shown, onShow, onPlace } = props;
  const [query, setQuery] = useState('');
  const [rows, setRows] = useState(rowsAtFirst);
  const waiting = useMemo(() => newClips(tray, used), [tray, used]);
  const all = useMemo(
    () => (shown === 'all' ? allClips(post ?? [], tray) : []),
    [shown, post, tray],
  );
  const found = withWords(shown === 'all' ? all : waiting, query);
  const groups = useMemo(() => bySource(found.slice(0, rows)), [found, rows]);
  const isFiltered = query.trim() !== '';
  const show = (next: ClipsShown) => {
    setRows(rowsAtFirst);
    onShow(next);
  };
  return (
    <div class="tray-clips">
      <div class="region-head tray-filter">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for answers that are kept in a form */}
        <div class="view-switch" role="group" aria-label={t('tray_shown')}>
          <button
            type="button"
            id="tray-new"
            aria-pressed={shown === 'new'}
            onClick={() => show('new')}
          >
            {t('tray_new', waiting.length)}
          </button>
          <button type="button" aria-pressed={shown === 'all'} onClick={() => show('all')}>
            {t('tray_all')}
          </button>
        </div>
        <input
          type="text"
          id="tray-filter"
          aria-label={t('tray_filter')}
          aria-keyshortcuts="/"
          placeholder={t('tray_filter_hint')}
          autocomplete="off"
          dir="auto"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              focusSoon('.tray-clips .clip-main[tabindex="0"]');
            } else if (event.key === 'Escape' && query !== '') {
              event.preventDefault();
              event.stopPropagation();
              setQuery('');
            }
          }}
        />
      </div>
      {found.length === 0 ? (
        <p class="tray-none quiet" role="status">
          {t(isFiltered ? 'tray_none_found' : shown === 'all' ? 'tray_none' : 'tray_none_new')}
        </p>
      ) : (
        <p class="tray-goes quiet">{props.goesTo}</p>
      )}
      <TrayList
        groups={groups}
        oneLine
        keepsPlaced={shown === 'all'}
        used={used}
        places={props.places}
        pictureUrl={props.pictureUrl}
        onOpen={(id) =>
          found.find((item) => item.id === id)?.tray === undefined
            ? props.onReveal(id)
            : onPlace([id])
        }
        onAside={props.onAside}
        onMoveTo={props.onMoveTo}
        onDelete={props.onDelete}
        onReveal={props.onReveal}
        {...(props.onDrop ? { onDrop: props.onDrop } : {})}
        onEmptied={() => focusSoon('#tray-new')}
      />
      <div class="tray-foot">
        {found.length > rows && (
          <button type="button" class="text-button" onClick={() => setRows(found.length)}>
            {t('tray_show_all', found.length)}
          </button>
        )}
        {shown === 'new' && !isFiltered && waiting.length > 1 && (
          <button
            type="button"
            class="text-button"
            onClick={() => onPlace(waiting.map(({ id }) => id))}
          >
            {t('tray_place_all')}
          </button>
        )}
      </div>
    </div>
  );
}
