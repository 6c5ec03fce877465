import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { ItemList } from '../../lib/client/item-list.ts';
import { holdsMod, shownKeys } from '../../lib/client/keys.ts';
import { endOfItems } from '../../lib/client/part-list.ts';
import {
  type After,
  arranged,
  restingBefore,
  sectionIds,
  stepped,
} from '../../lib/core/post/arrange.ts';
import type { Item, Part, Quote } from '../../lib/core/post/item.ts';
import type { Landing } from '../../lib/core/post/wrap-up.ts';
import type { BlockRowProps } from '../desk/BlockRow.tsx';
import type { BlockCommand } from '../desk/commands.ts';
import type { Facts } from '../hooks/use-facts.ts';
import { isFirstPaint } from '../ui/first-paint.ts';
import { focusSoon } from '../ui/focus-soon.ts';
import { memo } from '../ui/memo.ts';
import type { Place } from './ClipEditor.tsx';
import { ClipRow, type ClipRowProps } from './ClipRow.tsx';
import { EditorBeside } from './EditorBeside.tsx';
import { type Inserted, InsertPoint } from './InsertPoint.tsx';
import { LandingLine } from './LandingLine.tsx';
import { type ListCommand, listCommand, takesText } from './list-keys.ts';
import { type PartLook, PartRow, type PartRowProps } from './PartRow.tsx';
import type { RowProps } from './row-props.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useListWindow } from './use-list-window.ts';
import { usePendingMoves } from './use-pending-moves.ts';
import { useSeen } from './use-seen.ts';
import { useSelection } from './use-selection.ts';
import { useSorting } from './use-sorting.ts';

export interface ListAnchor {
  /** The first row in view. */
  id: string;
  /** How far its top is above the list's. */
  offsetPx: number;
}

export interface Reveal {
  id: string;
  /** Focuses the open row's first field, or the field with this name. */
  toEdit?: boolean | 'page';
  /** Leaves the focus where it is. */
  isQuiet?: boolean;
}

export interface PartsOfList {
  look(part: Part): PartLook;
  /** True for a part that has no row in the database. */
  isUnstored(id: string): boolean;
  onByHand(id: string): void;
  onReset(id: string): void;
  /** Lets new clips land below a row, or above all (null). */
  onLandBelow(after: After): void;
}

export interface ClipListProps {
  /** The items to show. */
  items: ItemList;
  openId: string | null;
  /** Where the list opens; undefined: at its end. */
  startAt: ListAnchor | undefined;
  /** True while `items` are only a part of a longer list, read for the first paint. */
  partial?: boolean;
  /** A row to scroll to and focus, such as a new clip. */
  reveal: Reveal | null;
  /** False in a filtered list, where neighbours are not those of the draft. */
  movable: boolean;
  /** True in a list that a search has filtered. */
  isFiltered: boolean;
  pictureUrl(assetId: string): string;
  /** Ids of the clips whose picture is loading. */
  loadingPictures: ReadonlySet<string>;
  /** The clip that asks for its page, if any. */
  asksPageId?: string | undefined;
  onAskPage(id: string): void;
  onScrolled(anchor: ListAnchor | undefined): void;
  /** A row, or something in it, was focused. */
  onFocused(id: string): void;
  onToggle(id: string, byKey: boolean): void;
  onHide(ids: readonly string[], hidden: boolean): void;
  onDelete(ids: readonly string[]): void;
  onTakeOut(ids: readonly string[]): void;
  /** Opens a quote's page, to clip its words there. */
  onClipAgain(quote: Quote): void;
  onMoveTo(ids: readonly string[], placeId: string): void;
  /** Wrap-ups and the inbox, as targets for the selection; without the current one. */
  places: readonly Place[];
  /** Called with new rows that were in view for a while. */
  onSeen(ids: readonly string[]): void;
  /** Where new clips land, and after how many rows; undefined: not among these rows. */
  landing?: { at: Landing; index: number } | undefined;
  /** False if no clips can land, as in the inbox. */
  canLand: boolean;
  onLand(landing: Landing): void;
  /** @param after null: before the first */
  onInsert(what: Exclude<Inserted, 'landing'>, after: After): void;
  /**
   * `by`: how many rows they were moved by keyboard; the list may show an older order.
   * @returns whether it was written
   */
  onMove(ids: readonly string[], after: After, by?: -1 | 1): Promise<boolean>;
  /** Moves a section with everything under it. */
  onMoveSection(id: string, by: -1 | 1): void;
  /** Fills details from clips; undefined in the inbox. */
  facts?: Facts | undefined;
  /**
   * How the template's parts among the items look, and their actions; undefined: there are none.
   */
  parts?: PartsOfList | undefined;
  onCopy(item: Item): void;
  onAnnounce(text: string): void;
  editor(item: Item): ComponentChildren;
  /** True if there is room for the editor of the open row beside the list. */
  isEditorBeside?: boolean;
  /** Shown after the last row, in the same scroller. */
  children?: ComponentChildren;
  /** How the rows look if they are the post's blocks; absent: as rows of a list. */
  blocks?: BlocksOfList | undefined;
}

/** Shows the list as the post: each row is drawn as it will look, and has more keys. */
export interface BlocksOfList {
  /** The list's name. */
  label: string;
  /** Must be the same component each time. */
  Row: ComponentType<BlockRowProps>;
  draw(item: Item, look: PartLook | undefined): ComponentChildren;
  /** Changes whenever `draw` would draw something else. */
  drawn(item: Item): unknown;
  command(event: KeyboardEvent): ListCommand | BlockCommand | undefined;
  /** @param ids the selection, or the one block */
  onCommand(command: BlockCommand, item: Item, ids: readonly string[], before: After): void;
  onAct(id: string, act: string): void;
}

/**
 * True if a row would look the same: its own data decide, not its callbacks. An open row is always
 * rendered.
 */
const isAlike = <P extends RowProps>(before: P, after: P, ...ofKind: (keyof P)[]) =>
  before.item === after.item &&
  before.current === after.current &&
  before.canInsert === after.canInsert &&
  before.selected === after.selected &&
  before.goesAlong === after.goesAlong &&
  !before.open &&
  !after.open &&
  ofKind.every((each) => before[each] === after[each]);

const Row = memo<ClipRowProps>(ClipRow, (before, after) =>
  isAlike(before, after, 'bare', 'asksPage', 'pictureUrl', 'pictureLoading', 'canLand', 'evening'),
);

const RowOfPart = memo<PartRowProps>(PartRow, (before, after) => isAlike(before, after, 'look'));

/** Drawn as in the post, three or four blocks fill the view. */
const blocksAtOnce = 20;
/** Most blocks are higher; as many as fill the window are in the first frame. */
const usualBlockPx = 100;
const blocksNow = () => (isFirstPaint() ? Math.ceil(innerHeight / usualBlockPx) : blocksAtOnce);

/** Renders a block of the post again only if it looks different. */
const blockRow = (Row: ComponentType<BlockRowProps>) =>
  memo<BlockRowProps>(Row, (before, after) =>
    isAlike(before, after, 'bare', 'look', 'draw', 'drawn'),
  );

/**
 * The items of a wrap-up in the draft's order, with arrows, dragging, and a window over very long
 * lists.
 */
export function ClipList(props: ClipListProps) {
  const list = useRef<HTMLOListElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const beside = useRef<HTMLElement>(null);
  const [currentId, setCurrentId] = useState<string>();
  // A new object repeats the request, also for the row that is current already.
  const [focusNext, setFocusNext] = useState<Reveal | null>(null);
  const [frozen, setFrozen] = useState<readonly string[] | null>(null);
  // A touch screen shows at once what a row offers.
  const [bare, setBare] = useState(() => isFirstPaint() && matchMedia('(hover: hover)').matches);
  useEffect(() => setBare(false), []);

  const { items } = props;
  const given = frozen ?? items.ids;
  const moves = usePendingMoves(given);
  const { ids } = moves;
  const startId = props.startAt?.id;
  const startIndex = useMemo(
    () => (startId === undefined ? undefined : ids.indexOf(startId)),
    [ids, startId],
  );
  const rows = useListWindow({
    ids,
    items,
    partial: props.partial ?? false,
    startIndex,
    startOffsetPx: props.startAt?.offsetPx ?? 0,
    step: props.blocks && blocksNow(),
    openId: props.openId,
    scroller,
    list,
    onScrolled: props.onScrolled,
  });

  const selection = useSelection(ids);
  const [along, setAlong] = useState<ReadonlySet<string>>(new Set());
  useSeen(scroller, ids, props.onSeen);

  const focusRow = (
    id: string | undefined,
    { toEdit = false, isQuiet = false }: Omit<Reveal, 'id'> = {},
  ) => {
    if (id === undefined) return;
    setCurrentId(id);
    setFocusNext({ id, toEdit, isQuiet });
    rows.include(ids.indexOf(id));
  };
  const move = (moving: readonly string[], to: After, by?: -1 | 1) => {
    const after = restingBefore(ids, moving, to);
    const moved = arranged(ids, moving, after);
    moves.add(moving, after, props.onMove(moving, after, by));
    const [first = ''] = moving;
    props.onAnnounce(t('popup_moved_to', moved.indexOf(first) + 1, moved.length));
  };
  const isUnstored = (id: string) => props.parts?.isUnstored(id) ?? false;
  /** Clips that move to an end stay among the clips; a part goes beyond the other parts. */
  const endFor = (moving: readonly string[], end: 'first' | 'last'): After => {
    const isPart = moving.some((id) => items.get(id)?.kind === 'part');
    return endOfItems(ids, isPart ? () => false : isUnstored, end);
  };
  const sectionOf = (id: string) =>
    sectionIds(ids, (each) => items.get(each) ?? items.outline.get(each), id);

  /** For actions that remove rows from the list: the focus goes to the next row. */
  const leave = (id: string, act: (leaving: readonly string[]) => void) => {
    const leaving = selection.with(id);
    const resting = (each: string) => !leaving.includes(each);
    const at = ids.indexOf(leaving.at(-1) ?? id);
    act(leaving);
    selection.clear();
    focusRow(ids.slice(at).find(resting) ?? ids.slice(0, at).findLast(resting));
  };
  const remove = (id: string) => leave(id, props.onDelete);
  const takeOut = (id: string) => leave(id, props.onTakeOut);
  const pressRow = (id: string, event: MouseEvent) => {
    if (event.shiftKey) selection.extend(id, currentId);
    else if (holdsMod(event)) selection.toggle(id);
    else {
      selection.clear();
      // A click without a pointer came from a key.
      props.onToggle(id, event.detail === 0);
    }
  };

  useLayoutEffect(() => {
    const row =
      focusNext &&
      list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(focusNext.id)}"]`);
    if (!row) return;
    setFocusNext(null);
    const { toEdit } = focusNext;
    const name = toEdit === 'page' ? '[data-field=page]' : '[data-field]';
    const field = toEdit && (beside.current ?? row).querySelector<HTMLElement>(name);
    if (!focusNext.isQuiet)
      (field || row.querySelector<HTMLElement>('.clip-main'))?.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });
  const { reveal } = props;
  const isRevealed = useIncluded(ids, reveal?.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each `reveal`, as soon as its row is there
  useLayoutEffect(() => {
    if (reveal && isRevealed) focusRow(reveal.id, reveal);
  }, [reveal, isRevealed]);

  useSorting(list, {
    enabled: props.movable,
    onStart(id) {
      setFrozen(ids);
      setAlong(new Set(selection.has(id) ? selection.selected : sectionOf(id)));
    },
    onDrop(id, afterInDom) {
      setFrozen(null);
      setAlong(new Set());
      const before = ids[rows.from - 1];
      const after = afterInDom ?? (before === id ? ids[rows.from - 2] : before) ?? null;
      const moving = selection.has(id) ? selection.selected : sectionOf(id);
      const isPlace = after !== (ids[ids.indexOf(id) - 1] ?? null);
      const isInside = after !== null && moving.length > 1 && moving.includes(after);
      if (isPlace && !isInside) move(moving, after);
    },
  });

  const landBelow = (after: After) =>
    props.parts ? props.parts.onLandBelow(after) : props.onLand(after ?? 'start');

  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-id]') : null;
    const id = row instanceof HTMLElement ? row.dataset.id : undefined;
    const item = id === undefined ? undefined : items.get(id);
    if (!id || !item || takesText(event.target)) return;
    const command = (props.blocks?.command ?? listCommand)(event);
    if (!command) return;
    // On a button in the row, Enter presses the button.
    if (command.do === 'edit' && event.target instanceof Element && event.target.closest('button'))
      return;
    if (command.do === 'copy' && String(getSelection() ?? '') !== '') return;
    // Otherwise Escape closes what is open.
    if (command.do === 'clear' && selection.selected.length === 0) return;
    event.preventDefault();
    const at = ids.indexOf(id);
    switch (command.do) {
      case 'focus':
        return focusRow(ids[Math.min(Math.max(at + command.by, 0), ids.length - 1)]);
      case 'focus-end':
        return focusRow(command.end === 'first' ? ids[0] : ids[ids.length - 1]);
      case 'extend': {
        const next = ids[at + command.by];
        if (next === undefined) return;
        selection.extend(next, id);
        return focusRow(next);
      }
      case 'select-all':
        return selection.all();
      case 'clear':
        return selection.clear();
      case 'move': {
        const moving = selection.with(id);
        const after = props.movable ? stepped(ids, moving, command.by) : undefined;
        if (after === undefined) return;
        move(moving, after, command.by);
        return focusRow(id);
      }
      case 'move-end': {
        if (!props.movable) return;
        const moving = selection.with(id);
        move(moving, endFor(moving, command.end));
        return focusRow(id);
      }
      case 'move-section':
        if (!props.movable) return;
        setAlong(new Set(sectionOf(id)));
        props.onMoveSection(id, command.by);
        return focusRow(id);
      case 'insert':
        return (event.target as Element)
          .closest('[data-id]')
          ?.querySelector<HTMLElement>('.insert button')
          ?.click();
      case 'land':
        return props.canLand ? landBelow(id) : undefined;
      case 'take-out':
        return props.canLand ? takeOut(id) : undefined;
      case 'delete':
        return remove(id);
      case 'copy':
        return props.onCopy(item);
      case 'edit':
        return props.onToggle(id, true);
      case 'hide':
        return hide(id, !item.hidden);
      case 'mark':
        return selection.toggle(id);
      case 'move-to':
        if (!selection.has(id)) selection.toggle(id);
        return focusSoon('.selection-bar [aria-haspopup=menu]');
      default:
        return props.blocks?.onCommand(command, item, selection.with(id), ids[at - 1] ?? null);
    }
  };

  const insert = (what: Inserted, after: After) =>
    what === 'landing' ? landBelow(after) : props.onInsert(what, after);

  const hide = (id: string, hidden: boolean) => props.onHide(selection.with(id), hidden);
  const own = { pressRow, hide, remove, takeOut, insert };
  const latest = useRef({ ...props, ...own });
  latest.current = { ...props, ...own };
  const actions = useMemo(
    () => ({
      onAskPage: (id: string) => latest.current.onAskPage(id),
      onToggle: (id: string, byKey: boolean) => latest.current.onToggle(id, byKey),
      onPress: (id: string, event: MouseEvent) => latest.current.pressRow(id, event),
      onHide: (id: string, hidden: boolean) => latest.current.hide(id, hidden),
      onDelete: (id: string) => latest.current.remove(id),
      onTakeOut: (id: string) => latest.current.takeOut(id),
      onClipAgain: (quote: Quote) => latest.current.onClipAgain(quote),
      onByHand: (id: string) => latest.current.parts?.onByHand(id),
      onReset: (id: string) => latest.current.parts?.onReset(id),
      onInsert: (what: Inserted, after: After) => latest.current.insert(what, after),
      onFact: (...fact: Parameters<Facts['set']>) => void latest.current.facts?.set(...fact),
      onRecordingPicture: (...frame: Parameters<Facts['useFrame']>) =>
        void latest.current.facts?.useFrame(...frame),
      onAct: (id: string, act: string) => latest.current.blocks?.onAct(id, act),
    }),
    [],
  );
  const isCurrentThere = useIncluded(ids, currentId);
  const { blocks } = props;
  const BlockRow = blocks?.Row;
  const Block = useMemo(() => BlockRow && blockRow(BlockRow), [BlockRow]);
  const current =
    currentId && isCurrentThere
      ? currentId
      : blocks
        ? rows.rows[0]
        : (rows.rows.findLast((id) => !isUnstored(id)) ?? rows.firstStop);
  const canInsert = props.partial !== true && !props.isFiltered;
  const lineAt = props.landing && !props.isFiltered ? props.landing.index : -1;
  const line = props.landing && (
    <li key="landing" class="landing-place">
      <LandingLine landing={props.landing.at} onLand={props.onLand} />
    </li>
  );
  const [firstSelected] = selection.selected;
  const selecting = firstSelected !== undefined;
  const openItem = props.openId === null ? undefined : items.get(props.openId);
  const rowOf = (item: Item) => ({
    item,
    current: item.id === current,
    open: item.id === props.openId,
    selected: selecting ? selection.has(item.id) : undefined,
    goesAlong: along.has(item.id),
    canInsert,
    ...actions,
    children: item.id === props.openId && !props.isEditorBeside && props.editor(item),
  });
  const scrolling = (
    <div
      class={frozen ? 'clips-scroller sorting' : 'clips-scroller'}
      ref={scroller}
      onScroll={rows.onScroll}
    >
      {selecting && (
        <SelectionBar
          count={selection.selected.length}
          places={props.places}
          canTakeOut={props.canLand}
          onHide={(hidden) => hide(firstSelected, hidden)}
          onTakeOut={() => takeOut(firstSelected)}
          onMoveTo={(placeId) =>
            leave(firstSelected, (leaving) => props.onMoveTo(leaving, placeId))
          }
          onDelete={() => remove(firstSelected)}
          onClear={() => {
            selection.clear();
            focusRow(firstSelected);
          }}
        />
      )}
      <p id="clip-keys" hidden>
        {t('popup_keys_hint', shownKeys('Mod+c'))}
      </p>
      {canInsert && rows.from === 0 && ids.length > 0 && (
        <InsertPoint
          label={t('popup_insert_first')}
          tabIndex={-1}
          canLand={props.canLand}
          onInsert={(what) => insert(what, null)}
        />
      )}
      <ol
        class={props.movable ? 'clips' : 'clips fixed'}
        aria-label={blocks?.label ?? t('popup_clips')}
        aria-describedby="clip-keys"
        ref={list}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => {
          if (!event.altKey && along.size > 0) setAlong(new Set());
        }}
        onFocusIn={(event) => {
          const row = (event.target as Element).closest<HTMLElement>('[data-id]');
          if (!row?.dataset.id) return;
          setCurrentId(row.dataset.id);
          props.onFocused(row.dataset.id);
        }}
      >
        {lineAt === rows.from && line}
        {read(items, rows.rows).flatMap((item) => [
          blocks && Block ? (
            <Block
              key={item.id}
              {...rowOf(item)}
              bare={bare}
              look={item.kind === 'part' ? props.parts?.look(item) : undefined}
              draw={blocks.draw}
              drawn={blocks.drawn(item)}
            />
          ) : item.kind === 'part' && props.parts ? (
            <RowOfPart key={item.id} {...rowOf(item)} item={item} look={props.parts.look(item)} />
          ) : (
            <Row
              key={item.id}
              {...rowOf(item)}
              bare={bare}
              asksPage={item.id === props.asksPageId}
              pictureUrl={item.kind === 'image' ? props.pictureUrl(item.assetId) : ''}
              pictureLoading={isLoading(item, props.loadingPictures)}
              canLand={props.canLand}
              evening={props.facts?.wrapUp}
            />
          ),
          ...(item.id === ids[lineAt - 1] && lineAt > rows.from ? [line] : []),
        ])}
      </ol>
      {rows.hasEnd && props.children}
    </div>
  );
  // The elements are the same at any width, because others would lose the list's scroll position.
  return (
    <div class={props.isEditorBeside ? 'clips-and-editor side-by-side' : 'clips-and-editor'}>
      {scrolling}
      {props.isEditorBeside && openItem && (
        <EditorBeside
          key={openItem.id}
          item={openItem}
          name={partNameIn(props.parts, openItem)}
          root={beside}
        >
          {props.editor(openItem)}
        </EditorBeside>
      )}
    </div>
  );
}

/** True if an id is among others; they are indexed once for each array, not at each letter. */
const useIncluded = (ids: readonly string[], id: string | undefined): boolean =>
  useMemo(() => id !== undefined && ids.includes(id), [ids, id]);

const partNameIn = (parts: PartsOfList | undefined, item: Item) =>
  item.kind === 'part' ? parts?.look(item).name : undefined;

/** True while the bytes of an item's picture are loading. */
export function isLoading(item: Item, loading: ReadonlySet<string>): boolean {
  return item.kind === 'image' && item.assetId === '' && loading.has(item.id);
}

function read(items: ItemList, ids: readonly string[]): Item[] {
  return ids.map((id) => items.get(id)).filter((item) => item !== undefined);
}
