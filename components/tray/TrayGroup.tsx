import { ChevronDown, ChevronRight } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Landing } from '../../lib/core/post/wrap-up.ts';
import type { Place } from '../clips/ClipEditor.tsx';
import type { Reveal } from '../clips/ClipList.tsx';
import { LandingLine } from '../clips/LandingLine.tsx';
import { takesText } from '../clips/list-keys.ts';
import { Icon } from '../ui/Icon.tsx';
import { TrayRow } from './TrayRow.tsx';

/** Rows that are put into the page at first; the others when they are asked for. */
const rowsAtFirst = 100;

interface TrayGroupProps {
  /** What waits, and what was put aside. */
  items: readonly Item[];
  /** Ids of the post's items that link to a clip, by the clip's id. */
  used: ReadonlyMap<string, readonly string[]>;
  /** New clips land here. */
  landsHere: boolean;
  /** Shown unfolded, as where a search has found something in it. */
  startsOpen: boolean;
  /** Wrap-ups and the inbox, without this one. */
  places: readonly Place[];
  pictureUrl(assetId: string): string;
  onPlace(ids: readonly string[]): void;
  onAside(ids: readonly string[], isAside: boolean): void;
  onMoveTo(ids: readonly string[], placeId: string): void;
  onDelete(ids: readonly string[]): void;
  onLand(landing: Landing): void;
  /** The row to bring into view and to put the focus on. */
  reveal: Reveal | null;
  /** Goes to an item of the post. */
  onReveal(id: string): void;
}

/** The clips that are not in the post, to be placed one after the other. */
export function TrayGroup(props: TrayGroupProps) {
  const { items } = props;
  const [isOpen, setOpen] = useState(props.landsHere);
  const [showsAside, setShowsAside] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const [currentId, setCurrentId] = useState<string>();
  const [focusId, setFocusId] = useState<string>();
  const root = useRef<HTMLElement>(null);
  const rowOf = (id: string) =>
    root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);

  const waiting = items.filter((item) => item.tray === 'waiting');
  const aside = items.filter((item) => item.tray === 'aside');
  const open = isOpen || props.startsOpen;
  const given = [...waiting, ...(showsAside || props.startsOpen ? aside : [])];
  const shown = showsAll ? given : given.slice(0, rowsAtFirst);
  const current = shown.find(({ id }) => id === currentId) ?? shown[0];

  useLayoutEffect(() => {
    const row = focusId && rowOf(focusId)?.querySelector<HTMLElement>('.clip-main');
    if (!row) return;
    setFocusId(undefined);
    row.focus({ preventScroll: true });
    row.scrollIntoView?.({ block: 'nearest' });
  });
  const { reveal } = props;
  const revealed = items.find(({ id }) => id === reveal?.id);
  useLayoutEffect(() => {
    if (revealed === undefined) return;
    setOpen(true);
    if (revealed.tray === 'aside') setShowsAside(true);
    goTo(revealed.id);
    // once for each `reveal`, as soon as its row is there
  }, [reveal, revealed?.id]);
  const goTo = (id: string | undefined) => {
    setCurrentId(id);
    setFocusId(id);
  };
  /** For what takes a row away: the focus goes to the one that comes next. */
  const leave = (id: string, act: () => void) => {
    const at = shown.findIndex((item) => item.id === id);
    const next = shown[at + 1] ?? shown[at - 1];
    act();
    goTo(next?.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-id]') : null;
    const id = row instanceof HTMLElement ? row.dataset.id : undefined;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!id || !isPlain || takesText(event.target) || event.defaultPrevented) return;
    const at = shown.findIndex((item) => item.id === id);
    const isAside = shown[at]?.tray === 'aside';
    const act = {
      ArrowDown: () => goTo(shown[Math.min(at + 1, shown.length - 1)]?.id),
      ArrowUp: () => goTo(shown[Math.max(at - 1, 0)]?.id),
      a: () => leave(id, () => props.onAside([id], !isAside)),
      m: () => row?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click(),
      Delete: () => leave(id, () => props.onDelete([id])),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  if (items.length === 0 && !props.landsHere) return null;
  return (
    <section class="tray" aria-label={t('tray_title')} ref={root}>
      <button type="button" class="tray-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of={open ? ChevronDown : ChevronRight} />
        {t('tray_count', waiting.length)}
      </button>
      {props.landsHere && <LandingLine landing="tray" onLand={props.onLand} />}
      {open && (
        <>
          <p id="tray-keys" hidden>
            {t('tray_keys_hint')}
          </p>
          {shown.length > 0 && (
            <ul
              class="clips fixed"
              aria-label={t('tray_title')}
              aria-describedby="tray-keys"
              onKeyDown={onKeyDown}
              onFocusIn={(event) => {
                const row = (event.target as Element).closest<HTMLElement>('[data-id]');
                if (row?.dataset.id) setCurrentId(row.dataset.id);
              }}
            >
              {shown.map((item) => {
                const usedIn = props.used.get(item.id) ?? [];
                const [firstUse] = usedIn;
                return (
                  <TrayRow
                    key={item.id}
                    item={item}
                    pictureUrl={item.kind === 'image' ? props.pictureUrl(item.assetId) : ''}
                    current={item === current}
                    usedIn={usedIn.length}
                    places={props.places}
                    onPlace={() => leave(item.id, () => props.onPlace([item.id]))}
                    onAside={(isAside) => leave(item.id, () => props.onAside([item.id], isAside))}
                    onMoveTo={(placeId) => leave(item.id, () => props.onMoveTo([item.id], placeId))}
                    onDelete={() => leave(item.id, () => props.onDelete([item.id]))}
                    onUsed={() => firstUse !== undefined && props.onReveal(firstUse)}
                  />
                );
              })}
            </ul>
          )}
          <div class="tray-foot">
            {given.length > shown.length && (
              <button type="button" class="text-button" onClick={() => setShowsAll(true)}>
                {t('tray_show_all', given.length)}
              </button>
            )}
            {waiting.length > 1 && (
              <button
                type="button"
                class="text-button"
                onClick={() => props.onPlace(waiting.map(({ id }) => id))}
              >
                {t('tray_place_all')}
              </button>
            )}
            {aside.length > 0 && (
              <button
                type="button"
                class="text-button"
                aria-expanded={showsAside}
                onClick={() => setShowsAside(!showsAside)}
              >
                {t('tray_aside_count', aside.length)}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
