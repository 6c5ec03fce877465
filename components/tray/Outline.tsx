import { GripVertical } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { plainPreview } from '../clips/preview-text.ts';
import { useSorting } from '../clips/use-sorting.ts';
import { Icon } from '../ui/Icon.tsx';
import type { OutlineRow } from './outline-rows.ts';

interface OutlineProps {
  rows: readonly OutlineRow[];
  /** The row of the section with the block that last had the focus. */
  hereId: string | undefined;
  /** Returns the ids of what moves with a row. */
  under(id: string): readonly string[];
  /** Goes to a heading or lead-in. */
  onGo(id: string): void;
  /** Moves one by a step, with everything under it. */
  onStep(id: string, by: -1 | 1): void;
  /** Moves one below another row; undefined: above all. */
  onDrop(id: string, aboveId: string | undefined): void;
}

/** The headings and lead-ins of the post, for going there and for moving sections. */
export function Outline({ rows, hereId, under, onGo, onStep, onDrop }: OutlineProps) {
  const list = useRef<HTMLOListElement>(null);
  const [currentId, setCurrentId] = useState<string>();
  const [along, setAlong] = useState<ReadonlySet<string>>(new Set());
  const current = rows.find(({ section }) => section.id === currentId) ?? rows[0];
  const focusRow = (id: string | undefined) =>
    id !== undefined &&
    list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] .outline-go`)?.focus();
  // A moved row changes its place in the DOM, so the browser removes the focus from it.
  const hadFocus = list.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) focusRow(current?.section.id);
  });
  useSorting(list, {
    enabled: rows.length > 1,
    onStart: (id) => setAlong(new Set(under(id))),
    onDrop(id, aboveId) {
      setAlong(new Set());
      onDrop(id, aboveId);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-id]') : null;
    const at = rows.findIndex(({ section }) => section.id === row?.getAttribute('data-id'));
    const id = rows[at]?.section.id;
    const by = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
    if (id === undefined || by === undefined || event.ctrlKey || event.metaKey) return;
    if (event.altKey !== event.shiftKey) return;
    event.preventDefault();
    if (event.altKey) onStep(id, by);
    else focusRow(rows[at + by]?.section.id);
  };
  const top = Math.min(...rows.map(({ level }) => level));
  if (rows.length === 0) return <p class="tray-none quiet">{t('outline_none')}</p>;
  return (
    <>
      <p id="outline-keys" hidden>
        {t('outline_keys_hint')}
      </p>
      <ol
        class="outline"
        aria-label={t('outline_title')}
        aria-describedby="outline-keys"
        ref={list}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const row = (event.target as Element).closest<HTMLElement>('[data-id]');
          if (row?.dataset.id) setCurrentId(row.dataset.id);
        }}
      >
        {rows.map(({ section, level }) => (
          <li
            key={section.id}
            class={along.has(section.id) ? 'clip outline-row goes-along' : 'clip outline-row'}
            data-id={section.id}
            data-form={section.form}
            style={{ '--level': level - top }}
          >
            <span class="grip" aria-hidden="true" title={t('outline_drag')}>
              <Icon of={GripVertical} />
            </span>
            <button
              type="button"
              class="outline-go"
              tabIndex={section.id === current?.section.id ? 0 : -1}
              aria-current={section.id === hereId ? 'location' : undefined}
              dir="auto"
              onClick={() => onGo(section.id)}
            >
              {plainPreview(section.note) || <span class="quiet">{t('popup_empty_section')}</span>}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
