import { ArrowDownNarrowWide } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { isMac } from '../../lib/client/keys.ts';
import { isOutOfOrder, type TimelineEntry, type TimelineGroup } from '../../lib/clips/timeline.ts';
import type { ItemEdits } from '../../lib/core/post/edits.ts';
import type { Moment } from '../../lib/core/post/item.ts';
import { shortAddress } from '../clips/preview-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { memo } from '../ui/memo.ts';
import { TimelineRow, type TimelineRowProps } from './TimelineRow.tsx';

interface TimelineProps {
  groups: readonly TimelineGroup[];
  /** The entry at the recording's position; undefined: none. */
  nowId: string | undefined;
  onEdit(id: string, changes: ItemEdits): void;
  onJump(moment: Moment): void;
  onDelete(id: string): void;
  onDone(): void;
  /** The post gets this order, too. */
  onSort(group: TimelineGroup): void;
  /** Shown below the notes that have no time in a recording. */
  match?: ComponentChildren;
}

const Row = memo<TimelineRowProps>(
  TimelineRow,
  (before, after) => before.entry === after.entry && before.now === after.now,
);

/** Moments in the order of their recording. The arrow keys move from time to time. */
export function Timeline(props: TimelineProps) {
  const { groups, nowId } = props;
  const root = useRef<HTMLDivElement>(null);
  useNewInView(root, groups);
  const times = () => [...(root.current?.querySelectorAll<HTMLElement>('a.entry-time') ?? [])];
  /** The focus moves to a neighbour, so that the keyboard position is not lost. */
  const remove = (id: string) => {
    const all = times();
    const at = all.findIndex((each) => each.closest('.entry')?.getAttribute('data-id') === id);
    const next = all[at + 1] ?? all[at - 1];
    if (next && at >= 0) next.focus();
    else props.onDone();
    props.onDelete(id);
  };
  const latest = useRef({ ...props, onDelete: remove });
  latest.current = { ...props, onDelete: remove };
  // Rows are not rendered again while their entry is unchanged, so they must not keep outdated
  // callbacks.
  const calls = useMemo(
    () => ({
      onEdit: (id: string, changes: ItemEdits) => latest.current.onEdit(id, changes),
      onJump: (moment: Moment) => latest.current.onJump(moment),
      onDelete: (id: string) => latest.current.onDelete(id),
      onDone: () => latest.current.onDone(),
    }),
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a.entry-time') : null;
    if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Delete' || (event.key === 'Backspace' && isMac())) {
      event.preventDefault();
      remove(link.closest('.entry')?.getAttribute('data-id') ?? '');
      return;
    }
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const next = by && times()[times().indexOf(link as HTMLElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles the keys of its links
    <div class="timeline" ref={root} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        <section key={group.key} aria-label={nameOf(group)}>
          {groups.length > 1 && (
            <h2 class="timeline-group" dir="auto">
              {nameOf(group)}
            </h2>
          )}
          <ol>
            {group.entries.map((entry) => (
              <Row key={entry.id} entry={entry} now={entry.id === nowId} {...calls} />
            ))}
          </ol>
          {isOutOfOrder(group) && (
            <button type="button" class="button quiet" onClick={() => props.onSort(group)}>
              <Icon of={ArrowDownNarrowWide} />
              {t('talk_sort')}
            </button>
          )}
          {group.key === '' && props.match}
        </section>
      ))}
    </div>
  );
}

function nameOf({ key, title, mediaUrl }: TimelineGroup): string {
  if (key === '') return t('talk_without_recording');
  return title || shortAddress(mediaUrl) || t('talk_recording');
}

/** What was just added scrolls into view; what was there at first does not scroll anything. */
function useNewInView(
  root: { current: HTMLElement | null },
  groups: readonly TimelineGroup[],
): void {
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    const entries = groups.flatMap<TimelineEntry>((group) => group.entries);
    const before = known.current;
    known.current = new Set(entries.map(({ id }) => id));
    const added = before && entries.find(({ id }) => !before.has(id));
    if (!added) return;
    root.current?.querySelector(`[data-id="${added.id}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [root, groups]);
}
