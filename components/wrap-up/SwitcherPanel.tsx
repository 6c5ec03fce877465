import { Archive, Check, Inbox, Pencil, Trash2 } from 'lucide';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { inboxId } from '../../lib/core/post/item.ts';
import { Icon } from '../ui/Icon.tsx';
import { type PlaceOption, placeOptions } from './places.ts';
import type { SwitcherProps } from './Switcher.tsx';

interface SwitcherPanelProps extends SwitcherProps {
  onClose(): void;
  onRenameStart(): void;
}

/**
 * A search field over a list, following the ARIA combobox pattern, and the actions for the open
 * wrap-up.
 */
export function SwitcherPanel(props: SwitcherPanelProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [withArchived, setWithArchived] = useState(false);
  const options = placeOptions(props.wrapUps, t('popup_inbox'), query, withArchived);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex((option) => option.id === props.activeId),
    ),
  );
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => search.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  });

  const picked = options[Math.min(at, options.length - 1)];
  const pick = (option: PlaceOption) => {
    props.onPick(option.id);
    props.onClose();
  };
  const create = () => {
    props.onCreate(query.trim());
    props.onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = options.length - 1;
    if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter' && !event.isComposing) {
      if (picked) pick(picked);
      else if (query.trim()) create();
    } else return;
    event.preventDefault();
  };
  const archivedCount = props.wrapUps.filter((wrapUp) => wrapUp.archivedAt !== null).length;
  const active = props.wrapUps.find((wrapUp) => wrapUp.id === props.activeId);
  return (
    <div class="switcher-panel floating" role="dialog" aria-label={t('popup_wrap_ups')}>
      <input
        ref={search}
        type="text"
        role="combobox"
        class="switcher-search"
        aria-label={t('popup_wrap_up_search')}
        placeholder={t('popup_wrap_up_search')}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={picked ? `${id}-${picked.id}` : undefined}
        autocomplete="off"
        dir="auto"
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('popup_wrap_ups')}>
        {options.map((option) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and takes the keys
          <div
            key={option.id}
            id={`${id}-${option.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={option === picked}
            onClick={() => pick(option)}
          >
            <span class="option-mark">
              {option.id === props.activeId && <Icon of={Check} label={t('popup_current')} />}
            </span>
            <span class="option-title" dir="auto">
              {option.title || t('popup_untitled')}
            </span>
            {option.id === inboxId && props.inboxCount > 0 && (
              <span class="count">{props.inboxCount}</span>
            )}
            {option.id === inboxId && <Icon of={Inbox} class="quiet" />}
            {option.archived && <span class="tag">{t('popup_archived_tag')}</span>}
          </div>
        ))}
      </div>
      {options.length === 0 && (
        <button type="button" class="button" onClick={create}>
          {t('popup_create_named', query.trim())}
        </button>
      )}
      <div class="row wrap">
        {active && (
          <>
            <button type="button" class="button quiet" onClick={props.onRenameStart}>
              <Icon of={Pencil} />
              {t('popup_rename')}
            </button>
            {active.archivedAt === null && (
              <button
                type="button"
                class="button quiet"
                onClick={() => {
                  props.onArchive(active.id);
                  props.onClose();
                }}
              >
                <Icon of={Archive} />
                {t('popup_archive')}
              </button>
            )}
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                props.onDelete(active.id);
                props.onClose();
              }}
            >
              <Icon of={Trash2} />
              {t('popup_delete_wrap_up')}
            </button>
          </>
        )}
        {archivedCount > 0 && (
          <button
            type="button"
            class="button quiet"
            aria-pressed={withArchived}
            onClick={() => setWithArchived(!withArchived)}
          >
            {withArchived ? t('popup_archived_hide') : t('popup_archived_show', archivedCount)}
          </button>
        )}
      </div>
    </div>
  );
}
