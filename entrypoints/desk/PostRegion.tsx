import type { Ref } from 'preact';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'preact/hooks';
import { ClipList, isLoading } from '../../components/clips/ClipList.tsx';
import { PartEditor } from '../../components/clips/PartEditor.tsx';
import type { PartLook } from '../../components/clips/PartRow.tsx';
import { BlockContent } from '../../components/desk/BlockContent.tsx';
import { BlockEditor } from '../../components/desk/BlockEditor.tsx';
import { BlockRow } from '../../components/desk/BlockRow.tsx';
import { nextAttribution, nextForm } from '../../components/desk/block-steps.ts';
import { type BlockCommand, postCommand } from '../../components/desk/commands.ts';
import { detailWords, textOf } from '../../components/desk/detail-words.tsx';
import { EmptyPost } from '../../components/desk/EmptyPost.tsx';
import type { Given, NewKind } from '../../components/hooks/use-actions.ts';
import { useBlockReader } from '../../components/hooks/use-block-reader.ts';
import { useGiven } from '../../components/hooks/use-given.ts';
import { createItemEdits } from '../../components/hooks/use-item-edits.ts';
import { useKeys } from '../../components/hooks/use-keys.ts';
import { useLanding } from '../../components/hooks/use-landing.ts';
import { useLoadingPictures } from '../../components/hooks/use-loading-pictures.ts';
import { useMissingPictures } from '../../components/hooks/use-missing-pictures.ts';
import { usePartRows } from '../../components/hooks/use-part-rows.ts';
import { useQuoteBlocks } from '../../components/hooks/use-quote-blocks.ts';
import { useLit } from '../../components/ui/use-lit.ts';
import { t } from '../../lib/client/i18n.ts';
import { edit } from '../../lib/client/services.ts';
import { copyText } from '../../lib/client/take-away.ts';
import { linkAddress, sourceAddress } from '../../lib/clips/clip-source.ts';
import { sourceAtWords } from '../../lib/clips/source-at-words.ts';
import { canClipAgain } from '../../lib/clips/tie-quote.ts';
import type { After } from '../../lib/core/post/arrange.ts';
import type { ItemEdits } from '../../lib/core/post/edits.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { recordingsOf } from '../../lib/core/post/talks.ts';
import { pictureKey } from '../../lib/exporters/picture-path.ts';
import type { DeskContext } from './use-desk.ts';

/** More than what is above the first block, so the post opens at its very start. */
const topPx = 1_000;

/** Highlights what is pointed at in the preview, without rendering anything. */
export interface PostLights {
  /** Highlights a block, and no other; undefined: none. */
  light(id: string | undefined): void;
}

interface PostRegionProps {
  desk: DeskContext;
  /** Opens the details at a field, by its name in the form. */
  onDetail(field: string): void;
  /** Opens all fields of a block beside the post. */
  onFields(id: string): void;
  onSearch(): void;
  /**
   * A slash was typed into an empty note or heading, or into an empty line at the end of a note.
   */
  onSlash(item: Item, field: HTMLTextAreaElement): void;
  lights: Ref<PostLights>;
  /** The block of the last match, which stays highlighted whatever is pointed at. */
  foundId: string | undefined;
  /** Called with the block under the pointer; undefined: none. */
  onHover(id: string | undefined): void;
  /** Called with the block that got the focus. */
  onFocus(id: string): void;
  /** Called with the first block in view when the post was scrolled; undefined at its end. */
  onScrolled(id: string | undefined): void;
}

/**
 * The post, block by block: users move among its blocks by keys and pointer, and edit them in
 * place.
 */
export function PostRegion(props: PostRegionProps) {
  const { desk, onDetail, onFields, onSearch, foundId, onHover, onFocus } = props;
  const { wrapUp, library, parts, actions, profile, pictureUrl, reveal, revealBlock } = desk;
  const { list } = library;
  const [openId, setOpenId] = useState<string | null>(null);
  const loadingPictures = useLoadingPictures();
  const missing = useMissingPictures(wrapUp?.id ?? '', desk);
  const reader = useBlockReader(profile);
  const rows = usePartRows({ library, parts, actions }, (id) => {
    setOpenId(id);
    revealBlock(id, true);
  });
  const landing = useLanding(wrapUp, list);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `parts` and `list` are what is searched
  const landingRow = useMemo(() => landing && rows.landing(landing), [landing, parts, list]);
  const all = desk.rows;
  const openItem = openId === null ? undefined : all?.get(openId);
  const halves = useQuoteBlocks(openItem, list?.ids);
  // It stays equal while the evening does; otherwise every block would be drawn again with each
  // letter of the title.
  const facts = wrapUp && JSON.stringify(detailWords(wrapUp));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `facts` stands for the words, which are new with every letter of the title
  const words = useMemo(() => (wrapUp ? detailWords(wrapUp) : []), [facts]);
  const { draft } = desk;
  const pictures = useRef<ReadonlyMap<string, string>>(undefined);
  if ('pictures' in draft) pictures.current = draft.pictures;
  const pictureAt = useCallback(
    (address: string) => pictureUrl(pictures.current?.get(pictureKey(address)) ?? ''),
    [pictureUrl],
  );
  const draw = useCallback(
    (item: Item, look: PartLook | undefined) => (
      <BlockContent
        item={item}
        look={look}
        reader={reader}
        words={words}
        pictureAt={pictureAt}
        pictureUrl={item.kind === 'image' ? pictureUrl(item.assetId) : ''}
      />
    ),
    [reader, words, pictureUrl, pictureAt],
  );
  const region = useRef<HTMLDivElement>(null);
  const light = useLit((id) => region.current?.querySelector(`[data-id="${CSS.escape(id)}"]`));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `light` reads only refs
  useEffect(() => light(foundId), [foundId]);
  useImperativeHandle(props.lights, () => ({ light: (id) => light(foundId ?? id) }));
  const show = useRef(reveal);
  if (reveal?.toEdit && reveal !== show.current) {
    show.current = reveal;
    setOpenId(reveal.id);
  }

  const close = (id: string) => {
    setOpenId(null);
    revealBlock(id);
  };
  const { goesOn } = desk;
  // A note that was created so that typing could continue is deleted if nobody wrote in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as another block is opened, or none
  useEffect(() => {
    const begun = goesOn.current;
    if (begun === undefined || openId === begun || all?.get(begun) === undefined) return;
    goesOn.current = undefined;
    void actions.dropBegun(begun);
  }, [openId]);
  useKeys({
    onSlash: onSearch,
    onEscape: () => {
      if (openId === null) return false;
      close(openId);
      return true;
    },
  });
  const give = async (given: Given, blockId: string | undefined) => {
    if (!wrapUp) return;
    const id = await actions.give(given, wrapUp.id, blockId);
    if (id) revealBlock(id);
  };
  useGiven({ profile, onGiven: (given, blockId) => void give(given, blockId) });
  // At first only the end of a long post is known, but this page opens at the start.
  if (!wrapUp || !all || !list || list.partial) return null;

  const toggle = (id: string) => {
    if (openId === id) return close(id);
    setOpenId(id);
    revealBlock(id, true);
  };
  const add = async (kind: NewKind, after: After | undefined) => {
    const id = await actions.add(kind, wrapUp.id, after);
    if (id) toggle(id);
  };
  const edits = createItemEdits({ actions, profile, offerUndo: desk.offerUndo });
  const changeAll = (ids: readonly string[], changed: (item: Item) => ItemEdits | undefined) => {
    for (const id of ids) {
      const item = all.get(id);
      const changes = item && changed(item);
      if (item && changes) void edit('item', id, item, changes);
    }
  };
  const command = (what: BlockCommand, item: Item, ids: readonly string[], before: After) => {
    switch (what.do) {
      case 'note':
        return void add('note', what.where === 'below' ? item.id : before);
      case 'form':
        return changeAll(ids, nextForm);
      case 'attribution':
        return changeAll(ids, (each) =>
          each.kind === 'quote' ? nextAttribution(each) : undefined,
        );
      case 'clip-again':
        if (canClipAgain(item)) void actions.clipAgain(item);
        else desk.showNotice({ text: t('quote_tied_already') });
        return;
      case 'source': {
        const address = addressOf(item);
        // With `noopener` both browsers scroll to the words.
        if (address) window.open(address, '_blank', 'noopener');
      }
    }
  };
  const act = (id: string, what: string) => {
    const item = all.get(id);
    if (what.startsWith('detail ')) onDetail(what.slice('detail '.length));
    else if (what === 'fields') onFields(id);
    else if (what === 'attribution' && item?.kind === 'quote')
      void edit('item', id, item, nextAttribution(item));
  };
  const labelOf = (item: Item) =>
    item.kind === 'quote' && reader
      ? reader.markdown(reader.attribution(item)).map(textOf).join('').trim()
      : '';
  const recordingUrl = recordingsOf(wrapUp)
    .map(({ recording }) => pictureUrl(recording.assetId ?? ''))
    .join();
  const isEmpty = list.ids.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles events that bubble up from its blocks
    <div
      class="desk-blocks"
      ref={region}
      onPointerOver={({ target }) => onHover(blockIdAt(target))}
      onPointerLeave={() => onHover(undefined)}
      onKeyDown={(event) => {
        const { target } = event;
        const item = all.get(blockIdAt(target) ?? '');
        if (event.key !== '/' || event.ctrlKey || event.metaKey || event.isComposing) return;
        if (!item || !(target instanceof HTMLTextAreaElement) || !takesSlash(item, target)) return;
        event.preventDefault();
        props.onSlash(item, target);
      }}
      onFocusIn={({ target }) => {
        const id = blockIdAt(target);
        if (id !== undefined) onFocus(id);
      }}
    >
      <ClipList
        key={wrapUp.id}
        items={all}
        openId={openId}
        startAt={{ id: all.ids[0] ?? '', offsetPx: -topPx }}
        partial={list.partial}
        reveal={reveal}
        movable={!list.partial && all.ids.length > 1}
        isFiltered={false}
        parts={rows.parts}
        pictureUrl={pictureUrl}
        loadingPictures={loadingPictures}
        onAskPage={onFields}
        onScrolled={(anchor) => props.onScrolled(anchor?.id)}
        onFocused={() => {}}
        onToggle={toggle}
        onHide={(ids, hidden) => void actions.hide(ids, hidden)}
        onDelete={(ids) => void actions.deleteItems(ids)}
        onTakeOut={(ids) => void actions.takeOut(ids)}
        onClipAgain={(quote) => void actions.clipAgain(quote)}
        onMoveTo={(ids, id) => desk.moveTo(ids, id)}
        places={desk.places}
        onSeen={actions.seen}
        onMove={actions.moveItems}
        onMoveSection={actions.moveSection}
        landing={landingRow}
        canLand
        onLand={(to) => void actions.land(wrapUp.id, to)}
        onInsert={(what, after) => void add(what, after)}
        onCopy={(item) => {
          const text = reader?.source(item);
          if (text) void copyText(text).then(() => desk.showNotice({ text: t('popup_copied') }));
        }}
        onAnnounce={(text) => desk.showNotice({ text })}
        blocks={{
          label: t('desk_blocks'),
          Row: BlockRow,
          draw,
          drawn: (item) =>
            item.kind === 'image'
              ? pictureUrl(item.assetId)
              : item.kind === 'part'
                ? recordingUrl
                : '',
          command: postCommand,
          onCommand: command,
          onAct: act,
        }}
        editor={(item) =>
          item.kind === 'part' && rows.parts ? (
            <PartEditor {...rows.editing(item)} onClose={() => close(item.id)} />
          ) : (
            <BlockEditor
              key={item.id}
              item={item}
              rawHtml={edits.rawHtml}
              attribution={labelOf(item)}
              blocks={halves}
              quoteSteps={edits.quoteSteps}
              pictureUrl={item.kind === 'image' ? pictureUrl(item.assetId) : ''}
              pictureLoading={isLoading(item, loadingPictures)}
              onEdit={(changes) => void edits.change(item, changes)}
              onFile={(file) =>
                item.kind === 'image' && void missing.takeFile({ clip: item }, file)
              }
              onFields={() => onFields(item.id)}
              onDone={() => close(item.id)}
            />
          )
        }
      >
        {isEmpty && <EmptyPost onAdd={(kind) => void add(kind, undefined)} />}
      </ClipList>
    </div>
  );
}

/** True for an empty note or heading, and in an empty line at the end of a note. */
function takesSlash(item: Item, { value, selectionStart }: HTMLTextAreaElement): boolean {
  if (value === '') return item.kind === 'note' || item.kind === 'section';
  const [above, below] = [value.slice(0, selectionStart), value.slice(selectionStart)];
  return item.kind === 'note' && /\n[ \t]*$/.test(above) && below.trim() === '';
}

/** Returns the address of a block's source, at its words if possible; '' if there is none. */
function addressOf(item: Item): string {
  if (item.kind === 'quote') return sourceAtWords(item) ?? sourceAddress(item);
  if (item.kind === 'link') return linkAddress(item);
  return 'source' in item ? sourceAddress(item) : '';
}

const blockIdAt = (target: EventTarget | null) =>
  target instanceof Element
    ? target.closest<HTMLElement>('.block[data-id]')?.dataset.id
    : undefined;
