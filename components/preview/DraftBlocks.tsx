import type {
  ComponentChildren,
  Ref,
  RefObject,
  TargetedFocusEvent,
  TargetedKeyboardEvent,
} from 'preact';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { memo } from '../ui/memo.ts';
import { useLit } from '../ui/use-lit.ts';
import {
  chunksOf,
  type DraftBlock,
  type DraftChunk,
  type DraftTarget,
  keyOf,
} from './draft-blocks.ts';

/**
 * Highlights, without rendering anything, what is pointed at elsewhere; by the id of an item or of
 * a part's row.
 */
export interface PreviewLights {
  /** Highlights its block, and no other; undefined: none. */
  light(id: string | undefined): void;
  /** Scrolls its block into view. */
  show(id: string): void;
  /** Scrolls so that its block is the first in view; undefined: to the end. */
  follow(id: string | undefined): void;
}

export interface DraftBlocksProps {
  /** False while more of the post is still to come. */
  isWhole: boolean;
  /** The text's last scroll position, px. */
  startTopPx: number;
  onScrolled(topPx: number): void;
  /** Goes to the source of a block. */
  onOpen(target: DraftTarget): void;
  /** Called with the block under the pointer or focus; undefined: none. */
  onHover?(target: DraftTarget | undefined): void;
  lights?: Ref<PreviewLights> | undefined;
  /** The id of the block that is in view at first. */
  shownId?: string | undefined;
}

interface DrawnProps extends DraftBlocksProps {
  /** The whole post. A new array is compared with the previous one. */
  blocks: readonly DraftBlock[];
  class: string;
  id?: string;
  /** Draws a block. If this function changes, all blocks are drawn again. */
  draw(block: DraftBlock): ComponentChildren;
  /**
   * True if rendering takes long: then the first frame has only one chunk, which fills the view.
   */
  isSlow?: boolean;
}

/** The line height of `.draft` in draft.css; only the initial rendering depends on it. */
const lineHeightPx = 18.6;
/** How many chunks are rendered first: those that may be visible, and the one before them. */
const chunksAtFirst = 3;
/** How far beyond the view chunks are rendered ahead, in heights of the view; no frame scrolls further. */
const setWithin = 1;

/**
 * A post, block by block. Each leads to its source, by a click or by the arrow keys and Enter. A
 * long post is rendered in several turns, beginning with the visible part.
 */
export function DraftBlocks(props: DrawnProps) {
  const { blocks, isWhole, startTopPx, onScrolled, onOpen, draw } = props;
  const scroller = useRef<HTMLElement>(null);
  const start = useRef(startTopPx);
  const { chunks, isDone, setInView } = useChunks(
    blocks,
    startTopPx,
    scroller,
    props.isSlow && startTopPx === 0 ? 1 : chunksAtFirst,
  );
  useLayoutEffect(() => scroller.current?.scrollTo?.({ top: start.current }), []);
  const inView = (selector: string) => scroller.current?.querySelector(selector);
  const elementOf = (id: string) => {
    const place = placeOf(chunks, id);
    // Before its chunk is rendered, the chunk's section marks its place.
    return place && (inView(selectorOf(place)) ?? inView(`[data-chunk="${place.chunk}"]`));
  };
  const light = useLit(elementOf, [chunks, isDone]);
  const show = (id: string) => elementOf(id)?.scrollIntoView?.({ block: 'nearest' });
  const follow = (id: string | undefined) => {
    const view = scroller.current;
    const place = id === undefined ? undefined : placeOf(chunks, id);
    const element = id === undefined ? undefined : elementOf(id);
    if (!view || (id !== undefined && !element)) return;
    if (!place || !element) view.scrollTop = view.scrollHeight;
    // The title is above the first block of a post.
    else if (isFirst(place)) view.scrollTop = 0;
    else view.scrollTop += element.getBoundingClientRect().top - view.getBoundingClientRect().top;
  };
  useImperativeHandle(props.lights ?? null, () => ({ light, show, follow }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once: what comes in later turns is no reason to scroll again
  useEffect(() => {
    if (props.shownId !== undefined) show(props.shownId);
  }, []);
  const hovered = useRef<DraftTarget>(undefined);
  const tellHover = (element: EventTarget | null) => {
    const target = targetOfElement(chunks, element);
    if (target === hovered.current) return;
    hovered.current = target;
    props.onHover?.(target);
  };

  const openBlock = (element: EventTarget | null) => {
    const target = targetOfElement(chunks, element);
    if (target) onOpen(target);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const block = blockAt(event.target);
    if (!block || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'ArrowDown') beside(event.currentTarget, block, 1)?.focus();
    else if (event.key === 'ArrowUp') beside(event.currentTarget, block, -1)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <section
      class={props.class}
      id={props.id}
      ref={scroller}
      aria-label={t('popup_draft_text')}
      aria-busy={!isWhole || !isDone}
      title={t('popup_draft_block_hint')}
      onScroll={(event) => {
        setInView();
        onScrolled(event.currentTarget.scrollTop);
      }}
      onFocusIn={(event) => {
        keepOneTabStop(event);
        tellHover(event.target);
      }}
      onFocusOut={() => tellHover(null)}
      onPointerOver={(event) => tellHover(event.target)}
      onPointerLeave={() => tellHover(null)}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        // Selected words are meant to be copied.
        if (goAt(event.target) || document.getSelection()?.isCollapsed !== false)
          openBlock(event.target);
      }}
    >
      {chunks.map((chunk, at) => (
        <Chunk key={chunk.id} chunk={chunk} index={at} draw={draw} />
      ))}
    </section>
  );
}

interface BlockPlace {
  chunk: number;
  block: number;
}

/** Returns where the block of an item or of a part's row is. */
function placeOf(chunks: readonly DraftChunk[], id: string): BlockPlace | undefined {
  for (const [chunk, { blocks }] of chunks.entries()) {
    const block = blocks.findIndex(
      ({ target }) =>
        (target.kind === 'item' && target.id === id) ||
        (target.kind === 'part' && target.rowId === id),
    );
    if (block >= 0) return { chunk, block };
  }
  return undefined;
}

/** Only the front matter is before it. */
const isFirst = ({ chunk, block }: BlockPlace) => chunk === 0 && block <= 1;

const selectorOf = ({ chunk, block }: BlockPlace) =>
  `[data-chunk="${chunk}"] > [data-block="${block}"]`;

function targetOfElement(
  chunks: readonly DraftChunk[],
  element: EventTarget | null,
): DraftTarget | undefined {
  const block = blockAt(element);
  const chunk = Number(block?.parentElement?.dataset.chunk);
  return chunks[chunk]?.blocks[Number(block?.dataset.block)]?.target;
}

/**
 * The blocks in chunks. Those visible at first are rendered, then those near the view when it is
 * scrolled, and all others one after the other, so that the browser's search finds words in the
 * whole post.
 */
function useChunks(
  blocks: readonly DraftBlock[],
  startTopPx: number,
  scroller: RefObject<HTMLElement | null>,
  atFirst: number,
) {
  const held = useRef<{ of: readonly DraftBlock[]; chunks: DraftChunk[] }>(undefined);
  const [, setTurn] = useState(0);
  if (held.current?.of !== blocks) {
    const before = held.current?.chunks;
    const chunks = chunksOf(blocks, before);
    if (!before?.length) {
      const from = Math.max(0, chunkAtLine(chunks, startTopPx / lineHeightPx) - 1);
      setChunks(chunks, from, from + atFirst);
    }
    held.current = { of: blocks, chunks };
  }
  const { chunks } = held.current;
  const isDone = chunks.every(({ isSet }) => isSet);
  const set = (from: number, to: number) => {
    if (setChunks(chunks, from, to)) setTurn((turn) => turn + 1);
  };
  const setInView = () => {
    if (isDone || !scroller.current) return;
    const { from, to } = chunksNear(scroller.current);
    set(from, to);
  };
  useEffect(() => {
    if (isDone) return;
    const timer = setTimeout(() => {
      const last = chunks.findLastIndex(({ isSet }) => isSet);
      // Those below the view come before those above it.
      const below = chunks.findIndex(({ isSet }, at) => !isSet && at > last);
      const next = below < 0 ? chunks.findLastIndex(({ isSet }) => !isSet) : below;
      set(next, next + 1);
    });
    return () => clearTimeout(timer);
  });
  return { chunks, isDone, setInView };
}

/** Renders these; false if they are rendered already. */
function setChunks(chunks: DraftChunk[], from: number, to: number): boolean {
  let isChanged = false;
  for (let at = from; at < Math.min(to, chunks.length); at++) {
    const chunk = chunks[at];
    if (!chunk || chunk.isSet) continue;
    chunks[at] = { ...chunk, isSet: true };
    isChanged = true;
  }
  return isChanged;
}

/** Returns the chunks in view, and those that a little scrolling would show. */
function chunksNear(view: HTMLElement): { from: number; to: number } {
  const marginPx = setWithin * view.clientHeight;
  const all = view.children as HTMLCollectionOf<HTMLElement>;
  const firstBelow = (topPx: number) => {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const chunk = all[middle] as HTMLElement;
      if (chunk.offsetTop + chunk.offsetHeight <= topPx) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const { scrollTop, clientHeight } = view;
  return {
    from: firstBelow(scrollTop - marginPx),
    to: firstBelow(scrollTop + clientHeight + marginPx) + 1,
  };
}

function chunkAtLine(chunks: readonly DraftChunk[], line: number): number {
  let end = 0;
  const found = chunks.findIndex((chunk) => {
    end += chunk.lineCount;
    return end > line;
  });
  return found < 0 ? chunks.length - 1 : found;
}

interface ChunkProps extends Pick<DrawnProps, 'draw'> {
  chunk: DraftChunk;
  index: number;
}

/**
 * Blocks that the browser lays out when they become visible; until they are rendered, an empty
 * space of their size.
 */
const Chunk = memo<ChunkProps>(
  ({ chunk, index, draw }) => (
    <div class="draft-chunk" data-chunk={index} style={{ '--lines': chunk.lineCount }}>
      {chunk.isSet &&
        chunk.blocks.map((block, at) => (
          <Block
            key={keyOf(block.target)}
            block={block}
            at={at}
            isFirst={index === 0 && at === 0}
            draw={draw}
          />
        ))}
    </div>
  ),
  isSameChunk,
);

function isSameChunk(before: ChunkProps, after: ChunkProps): boolean {
  return before.chunk === after.chunk && before.index === after.index && before.draw === after.draw;
}

interface BlockProps extends Pick<DrawnProps, 'draw'> {
  block: DraftBlock;
  at: number;
  isFirst: boolean;
}

/**
 * A block as its own element, a heading or a list, with a button beside it, because a button around
 * it would hide that.
 */
const Block = memo<BlockProps>(({ block, at, isFirst, draw }) => {
  const drawn = draw(block);
  return (
    <div class="draft-block" data-block={at}>
      {drawn}
      {drawn !== null && (
        <button
          type="button"
          class="draft-go"
          tabIndex={isFirst ? 0 : -1}
          aria-label={
            block.target.kind === 'details'
              ? t('draft_edit_details')
              : t('draft_edit', beginningOf(block.text))
          }
        />
      )}
    </div>
  );
}, isSameBlock);

function isSameBlock(before: BlockProps, after: BlockProps): boolean {
  return (
    before.block === after.block &&
    before.at === after.at &&
    before.isFirst === after.isFirst &&
    before.draw === after.draw
  );
}

const longestName = 50;

/** Returns the first words of a block, without the marks of its kind. */
function beginningOf(markdown: string): string {
  const line = /[^\s>#*+-].*/.exec(markdown)?.[0] ?? '';
  return line.length > longestName ? `${line.slice(0, longestName).trimEnd()}…` : line;
}

const goAt = (target: EventTarget | null) =>
  target instanceof Element && target.matches('.draft-go');

function blockAt(target: EventTarget | null): HTMLElement | undefined {
  const block = target instanceof Element ? target.closest('.draft-block') : null;
  return block instanceof HTMLElement ? block : undefined;
}

/** Returns the button of the block before or after another. */
function beside(within: HTMLElement, block: HTMLElement, by: -1 | 1): HTMLElement | undefined {
  const all = [...within.querySelectorAll<HTMLElement>('.draft-go')];
  return all[all.findIndex((button) => block.contains(button)) + by];
}

/** Tab stops at only one block, the one that was left last, and not at thousands. */
function keepOneTabStop(event: TargetedFocusEvent<HTMLElement>): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || !goAt(target)) return;
  for (const other of event.currentTarget.querySelectorAll<HTMLElement>('.draft-go')) {
    if (other.tabIndex !== -1 && other !== target) other.tabIndex = -1;
  }
  target.tabIndex = 0;
}
