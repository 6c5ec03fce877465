import type { ComponentChildren } from 'preact';
import type { DeskColumn } from '../../lib/client/desk-view.ts';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import { Tabs } from '../ui/Tabs.tsx';

/** How many columns fit side by side: all, the tray and one more, or one. */
export type DeskRoom = 'three' | 'two' | 'one';

const names: Readonly<Record<DeskColumn, MessageKey>> = {
  tray: 'desk_tray',
  post: 'desk_post',
  preview: 'desk_preview',
};

/** Columns that become tabs if there is no room for all. */
const tabbed: Readonly<Record<DeskRoom, readonly DeskColumn[]>> = {
  three: [],
  two: ['post', 'preview'],
  one: ['tray', 'post', 'preview'],
};

/** Returns which columns are visible. */
export function shownColumns(
  room: DeskRoom,
  { tray, preview, column }: { tray: boolean; preview: boolean; column: DeskColumn },
): ReadonlySet<DeskColumn> {
  if (room === 'one') return new Set([column]);
  const wide: DeskColumn = room === 'two' && column === 'preview' ? 'preview' : 'post';
  const shown = new Set<DeskColumn>([wide]);
  if (tray) shown.add('tray');
  if (room === 'three' && preview) shown.add('preview');
  return shown;
}

interface ColumnsProps {
  room: DeskRoom;
  shown: ReadonlySet<DeskColumn>;
  onColumn(column: DeskColumn): void;
  tray: ComponentChildren;
  post: ComponentChildren;
  preview: ComponentChildren;
  /** Shown over the last column. */
  drawer?: ComponentChildren;
}

/**
 * The three regions of the desk, side by side or, if there is no room, as tabs. Hidden ones stay
 * rendered.
 */
export function Columns({ room, shown, onColumn, drawer, ...columns }: ColumnsProps) {
  const tabs = tabbed[room];
  return (
    <div class="desk-columns" data-room={room} data-shown={[...shown].join(' ')}>
      {tabs.length > 0 && (
        <div class="desk-tabs">
          <Tabs
            label={t('desk_columns')}
            selected={tabs.find((column) => shown.has(column)) ?? 'post'}
            tabs={tabs.map((id) => ({ id, label: t(names[id]) }))}
            onSelect={onColumn}
          />
        </div>
      )}
      {(['tray', 'post', 'preview'] as const).map((column) => (
        <div
          key={column}
          class={`desk-column desk-${column}`}
          id={`panel-${column}`}
          hidden={!shown.has(column)}
          {...(tabs.includes(column)
            ? { role: 'tabpanel', 'aria-labelledby': `tab-${column}` }
            : {})}
        >
          <section class="desk-region" aria-label={t(names[column])}>
            {columns[column]}
          </section>
        </div>
      ))}
      {drawer}
    </div>
  );
}
