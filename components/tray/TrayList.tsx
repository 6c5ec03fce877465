import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { isMac } from '../../lib/client/keys.ts';
import type { After } from '../../lib/core/post/arrange.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Place } from '../clips/ClipEditor.tsx';
import type { Reveal } from '../clips/ClipList.tsx';
import { takesText } from '../clips/list-keys.ts';
import { TrayRow } from './TrayRow.tsx';
import { useDragOut } from './use-drag-out.ts';

export interface TrayListGroup {
  /** What its rows have in common. */
  name: string;
  items: readonly Item[];
}

export interface TrayListProps {
  groups: readonly TrayListGroup[];
  /** Shows each clip in one line, under the names of their groups. */
  oneLine?: boolean;
  /** Ids of the post's items that link to a clip, by the clip's id. */
  used: ReadonlyMap<string, readonly string[]>;
  /** Wrap-ups and the inbox, without this one. */
  places: readonly Place[];
  pictureUrl(assetId: string): string;
  /** The row to scroll to and focus. */
  reveal?: Reveal | null;
  /** Enter or a click on a row: places a clip of the tray, or goes to one of the post. */
  onOpen(id: string): void;
  onAside(ids: readonly string[], isAside: boolean): void;
  onMoveTo(ids: readonly string[], placeId: string): void;
  onDelete(ids: readonly string[]): void;
  /** Goes to an item of the post. */
  onReveal(id: string): void;
  /** Absent if no post is beside the list. A row was dropped below a block, or above all of them (null). */
  onDrop?(id: string, after: After): void;
  /** True in a list that keeps a clip after it was placed. */
  keepsPlaced?: boolean;
  /**
   * Called when the last row was removed by a key or button, because the focus has to move
   * elsewhere.
   */
  onEmptied?(): void;
}

/**
 * Clips to handle one after the other, by single keys; an action that removes one moves on to the
 * next.
 */
export function TrayList(props: TrayListProps) {
  const { groups, reveal, oneLine = false } = props;
  const [currentId, setCurrentId] = useState<string>();
  const [focusId, setFocusId] = useState<string>();
  const root = useRef<HTMLDivElement>(null);
  const shown = groups.flatMap(({ items }) => items);
  const { onDrop } = props;
  // An empty list is not in the page.
  useDragOut(root, onDrop && shown.length > 0 ? { onDrop } : undefined);
  const current = shown.find(({ id }) => id === currentId) ?? shown[0];

  // Preact moves a row whose neighbours were removed, and a browser removes the focus from a moved
  // element.
  const hadFocus = root.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    const isLost = hadFocus && document.activeElement === document.body;
    const wanted = focusId ?? (isLost ? current?.id : undefined);
    const row =
      wanted && root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted)}"]`);
    if (!row) return;
    setFocusId(undefined);
    row.querySelector<HTMLElement>('.clip-main')?.focus({ preventScroll: true });
    row.scrollIntoView?.({ block: 'nearest' });
  });
  const goTo = (id: string | undefined) => {
    setCurrentId(id);
    setFocusId(id);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each `reveal`
  useLayoutEffect(() => {
    if (reveal) goTo(reveal.id);
  }, [reveal]);
  /** For actions that remove a row: the focus goes to the next one. */
  const leave = (id: string, act: () => void) => {
    const at = shown.findIndex((item) => item.id === id);
    const next = shown[at + 1] ?? shown[at - 1];
    act();
    goTo(next?.id);
    if (!next) props.onEmptied?.();
  };
  const inPost = (id: string) => shown.find((item) => item.id === id)?.tray === undefined;
  const own = {
    onOpen: (id: string) =>
      props.keepsPlaced || inPost(id) ? props.onOpen(id) : leave(id, () => props.onOpen(id)),
    onAside: (id: string, isAside: boolean) =>
      props.keepsPlaced
        ? props.onAside([id], isAside)
        : leave(id, () => props.onAside([id], isAside)),
    onMoveTo: (id: string, placeId: string) => leave(id, () => props.onMoveTo([id], placeId)),
    onDelete: (id: string) => leave(id, () => props.onDelete([id])),
    onUsed(id: string) {
      const [firstUse] = props.used.get(id) ?? [];
      if (firstUse !== undefined) props.onReveal(firstUse);
    },
  };
  const latest = useRef(own);
  latest.current = own;
  // It stays the same object, so a row is rendered again only if it looks different.
  const actions = useMemo<typeof own>(
    () => ({
      onOpen: (id) => latest.current.onOpen(id),
      onAside: (id, isAside) => latest.current.onAside(id, isAside),
      onMoveTo: (id, placeId) => latest.current.onMoveTo(id, placeId),
      onDelete: (id) => latest.current.onDelete(id),
      onUsed: (id) => latest.current.onUsed(id),
    }),
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-id]') : null;
    const id = row instanceof HTMLElement ? row.dataset.id : undefined;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!id || !isPlain || takesText(event.target) || event.defaultPrevented) return;
    const at = shown.findIndex((item) => item.id === id);
    const tray = shown[at]?.tray;
    const act = {
      ArrowDown: () => goTo(shown[Math.min(at + 1, shown.length - 1)]?.id),
      ArrowUp: () => goTo(shown[Math.max(at - 1, 0)]?.id),
      Home: () => goTo(shown[0]?.id),
      End: () => goTo(shown.at(-1)?.id),
      a: () => tray !== undefined && own.onAside(id, tray === 'waiting'),
      m: () => row?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click(),
      Delete: () => own.onDelete(id),
      ...(isMac() ? { Backspace: () => own.onDelete(id) } : {}),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  if (shown.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles the keys of its rows
    <div
      ref={root}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        const row = (event.target as Element).closest<HTMLElement>('[data-id]');
        if (row?.dataset.id) setCurrentId(row.dataset.id);
      }}
    >
      <p id="tray-keys" hidden>
        {t('tray_keys_hint')}
      </p>
      {groups.map(({ name, items }, at) => (
        <section key={name} class="tray-group">
          {oneLine && (
            <h2 id={`tray-group-${at}`}>
              <bdi>{name}</bdi>
            </h2>
          )}
          <ul
            class="clips fixed"
            {...(oneLine ? { 'aria-labelledby': `tray-group-${at}` } : { 'aria-label': name })}
            aria-describedby="tray-keys"
          >
            {items.map((item) => (
              <TrayRow
                key={item.id}
                item={item}
                oneLine={oneLine}
                pictureUrl={item.kind === 'image' ? props.pictureUrl(item.assetId) : ''}
                current={item === current}
                usedIn={props.used.get(item.id)?.length ?? 0}
                places={props.places}
                {...actions}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
