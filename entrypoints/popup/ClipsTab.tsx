import { useEffect, useMemo, useRef } from 'preact/hooks';
import { ClipEditor, type Place } from '../../components/clips/ClipEditor.tsx';
import { ClipFacts } from '../../components/clips/ClipFacts.tsx';
import { ClipList, isLoading, type Reveal } from '../../components/clips/ClipList.tsx';
import { EmptyClips } from '../../components/clips/EmptyClips.tsx';
import { HtmlTablesNote } from '../../components/clips/HtmlTablesNote.tsx';
import { LastFailureNote } from '../../components/clips/LastFailureNote.tsx';
import { PartEditor } from '../../components/clips/PartEditor.tsx';
import { pageState } from '../../components/clips/page-state.ts';
import { searchText } from '../../components/clips/preview-text.ts';
import { SearchBar } from '../../components/clips/SearchBar.tsx';
import { ThisPage } from '../../components/clips/ThisPage.tsx';
import { UnreadableNote } from '../../components/clips/UnreadableNote.tsx';
import { UnsavedClips } from '../../components/clips/UnsavedClips.tsx';
import type { Actions, NewKind } from '../../components/hooks/use-actions.ts';
import { useClipping } from '../../components/hooks/use-clipping.ts';
import { createFacts } from '../../components/hooks/use-facts.ts';
import { useHtmlTables } from '../../components/hooks/use-html-tables.ts';
import { createItemEdits } from '../../components/hooks/use-item-edits.ts';
import { useKeys } from '../../components/hooks/use-keys.ts';
import { useLanding } from '../../components/hooks/use-landing.ts';
import type { Library } from '../../components/hooks/use-library.ts';
import { useLoadingPictures } from '../../components/hooks/use-loading-pictures.ts';
import { useMissingPictures } from '../../components/hooks/use-missing-pictures.ts';
import { isAlone, type PageEdge } from '../../components/hooks/use-page.ts';
import { usePartRows } from '../../components/hooks/use-part-rows.ts';
import { usePdfReading } from '../../components/hooks/use-pdf-reading.ts';
import { usePictures } from '../../components/hooks/use-pictures.ts';
import { useProfile } from '../../components/hooks/use-profile.ts';
import { useQuoteBlocks } from '../../components/hooks/use-quote-blocks.ts';
import { useSearch } from '../../components/hooks/use-search.ts';
import { readingMs, useSlow } from '../../components/hooks/use-slow.ts';
import { useSurvey } from '../../components/hooks/use-survey.ts';
import { useUsedClips } from '../../components/hooks/use-tray.ts';
import { useUnsaved } from '../../components/hooks/use-unsaved.ts';
import { useWide } from '../../components/hooks/use-wide.ts';
import { ClockTime } from '../../components/talk/ClockTime.tsx';
import { TrayGroup } from '../../components/tray/TrayGroup.tsx';
import { focusSoon } from '../../components/ui/focus-soon.ts';
import { renderNow } from '../../components/ui/render-now.ts';
import type { TabProps } from '../../components/ui/tab-props.ts';
import { FactButtons } from '../../components/wrap-up/FactButtons.tsx';
import { attempt } from '../../lib/app/attempt.ts';
import { hasCommands } from '../../lib/browser/commands.ts';
import { hasMenus } from '../../lib/browser/menus.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { ItemList } from '../../lib/client/item-list.ts';
import { loadRenderer } from '../../lib/client/loaded-later.ts';
import type { Undo } from '../../lib/client/notice.ts';
import { openLibrary, whereToChoose } from '../../lib/client/open-in-tab.ts';
import { pageFrame } from '../../lib/client/page-frame.ts';
import { isOnePart, type PartList } from '../../lib/client/part-list.ts';
import { readItems } from '../../lib/client/read-items.ts';
import type { RecordingClock } from '../../lib/client/recording-clock.ts';
import type { ShortcutKeys } from '../../lib/client/shortcuts.ts';
import { copyText } from '../../lib/client/take-away.ts';
import { keepViewPart, loadView } from '../../lib/client/view-state.ts';
import { hasPages } from '../../lib/clips/clip-source.ts';
import { type ImageClip, type Item, inboxId, type SourcedClip } from '../../lib/core/post/item.ts';
import { factPage } from '../../lib/details/talk-facts.ts';
import { ClipPdf } from './ClipPdf.tsx';

interface ClipsTabProps extends TabProps {
  library: Library;
  /** Its list with the parts of the template; undefined while they are unknown. */
  parts: PartList | undefined;
  /** Items of the wrap-up that are not in its post. */
  tray: readonly Item[];
  page: PageEdge;
  /** Undefined until it is known. */
  shortcuts: ShortcutKeys | undefined;
  /** The clock of what plays in the tab. */
  clock: RecordingClock;
  /** Goes to the details, to fill them from the page. */
  onFill(): void;
  actions: Actions;
  offerUndo(undo: Undo): void;
  /** The text that the list is filtered by; null while there is no search. */
  query: string | null;
  onQuery(query: string | null): void;
  /** The row to scroll to. */
  reveal: Reveal | null;
  onReveal(id: string, toEdit?: Reveal['toEdit']): void;
  onCreate(): void;
  /** @param after the row to add it after, or null: before the first */
  onAdd(kind: NewKind, after: string | null): void;
}

/** From this width on a separate tab has room for the open row beside list and draft. */
const editorBesideFromPx = 1240;

export function ClipsTab(props: ClipsTabProps) {
  const { view, setView, library, actions, showNotice, query, onQuery, reveal, onReveal } = props;
  const { tray } = props;
  const { placeId, wrapUp, list } = library;
  const pictureUrl = usePictures();
  const profile = useProfile(wrapUp?.styleId);
  const loadingPictures = useLoadingPictures();
  const newestId = !list || list.partial ? undefined : list.ids.at(-1);
  // Read once: the list's position, unless something was clipped since.
  const left = useMemo(loadView, []);
  useEffect(() => {
    if (newestId !== undefined) keepViewPart({ newestId });
  }, [newestId]);
  const shortcut = props.shortcuts && (props.shortcuts['clip-here'] ?? '');
  const clipping = {
    onClipped: onReveal,
    onClippedBefore: async (id: string) => {
      showNotice(null);
      const earlier = await actions.clippedBefore(id);
      if (earlier) onReveal(earlier);
    },
    showNotice,
  };
  const { clip, clipSpeaker, busy, problem } = useClipping(props.page, {
    ...clipping,
    afterId: view.openId,
  });
  const unsaved = useUnsaved({ ...clipping, offerUndo: props.offerUndo });
  const pictures = useMissingPictures(placeId ?? '', props);
  const searchField = useRef<HTMLInputElement>(null);
  // The row that last had the focus in the unfiltered list; ending a search returns to it.
  const lastRow = useRef<string>(undefined);
  const closeSearch = () => {
    onQuery(null);
    const row = lastRow.current;
    if (row !== undefined && list?.ids.includes(row)) onReveal(row);
    else focusSoon('#tab-clips');
  };
  const close = (id: string) => {
    setView({ openId: null });
    onReveal(id);
  };
  useKeys({
    onSlash: () => {
      renderNow(() => onQuery(query ?? ''));
      searchField.current?.focus();
    },
    onEscape: () => {
      if (view.openId) close(view.openId);
      else if (query !== null) closeSearch();
      else return false;
      return true;
    },
  });

  const rows = usePartRows(props, (id) => {
    setView({ openId: id });
    onReveal(id, true);
  });
  const search = useSearch(placeId, rows.list, query ?? '', rows.isFound);
  const shown = search.found ?? rows.list;
  const isFiltered = search.found !== undefined;
  const wasFiltered = useRef(false);
  wasFiltered.current ||= isFiltered;
  // Search results open at their start; the unfiltered list then opens where it was left.
  const leftBySearch = useMemo(() => loadView().anchor, [isFiltered]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where a search opens; later results do not move it
  const firstFound = useMemo(
    () => search.found && { id: search.found.ids[0] ?? '', offsetPx: 0 },
    [isFiltered],
  );
  const landing = useLanding(wrapUp, list);
  const foundInTray = useMemo(() => {
    const words = (query ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean);
    return tray.filter((item) => {
      const text = words.length === 0 ? '' : searchText(item);
      return words.every((word) => text.includes(word));
    });
  }, [tray, query]);
  const used = useUsedClips(tray, placeId);

  const openItem = view.openId === null ? undefined : list?.get(view.openId);
  const blocks = useQuoteBlocks(openItem, list?.ids);

  const places: Place[] = useMemo(
    () => [
      ...(library.wrapUps ?? [])
        .filter((each) => each.archivedAt === null || each.id === placeId)
        .map(({ id, title }) => ({ id, title })),
      { id: inboxId, title: t('popup_inbox') },
    ],
    [library.wrapUps, placeId],
  );
  const pdfs = usePdfReading(
    async () => (placeId === undefined ? [] : readItems(placeId, isSourced)),
    props.offerUndo,
    t('popup_pdf_filled'),
  );
  const isRead = list !== undefined && !list.partial;
  const tablesOf = useSurvey(isRead ? placeId : undefined, library.leaveOut);
  const tables = useHtmlTables(tablesOf, profile, props);
  const { inspected } = props.page;
  const facts = wrapUp && createFacts(wrapUp, props);
  const copy = async (item: Item) => {
    if (!profile) return;
    const rendered = await attempt(async () => {
      const { draftItems, draftProfile, renderItem } = await loadRenderer();
      // The name of a picture in the post depends on those of the others.
      const all = item.kind === 'image' ? await readItems(item.wrapUpId, isPicture) : [item];
      const named = draftItems(all, () => true).find(({ id }) => id === item.id);
      return renderItem(named ?? item, draftProfile(profile));
    });
    if (rendered.ok) await copyOut(rendered.value);
    else showNotice({ text: errorText(rendered.error), bad: true });
  };
  const copyOut = async (text: string) => {
    const copied = await copyText(text);
    showNotice(
      copied
        ? { text: t('popup_copied') }
        : { text: errorText({ code: 'clipboard-refused' }), bad: true },
    );
  };
  const edits = createItemEdits({ ...props, profile });
  const toggle = (id: string, byKey: boolean) => {
    const opens = view.openId !== id;
    setView({ openId: opens ? id : null });
    if (opens && byKey) onReveal(id, true);
  };

  // Firefox (153) never finishes reading if a page of its file is damaged, and reports no error.
  const stuck = useSlow(placeId !== undefined && !isRead, readingMs);
  const archived = wrapUp !== undefined && wrapUp.archivedAt !== null;
  const none = library.wrapUps !== undefined && placeId === undefined;
  const { unreadable } = library;
  const empty = (list?.ids.length === 0 && tray.length === 0 && unreadable.items === 0) || none;
  const elsewhere = places.filter(({ id }) => id !== placeId);
  const moveTo = (ids: readonly string[], id: string) => {
    const title = places.find((place) => place.id === id)?.title ?? '';
    return actions.moveToPlace(ids, id, title || t('popup_untitled'));
  };
  const isLeftAt = list?.partial ? library.atAnchor : left.newestId === newestId;
  const leftAt = isLeftAt ? left.anchor : undefined;
  const isEditorBeside = useWide(editorBesideFromPx) && pageFrame() === 'tab';
  return (
    <>
      {!isAlone(props.page.inspected) && (
        <ThisPage
          page={pageState(props.page.inspected, props.shortcuts)}
          shortcut={shortcut}
          momentKey={props.shortcuts?.['clip-moment']}
          time={<ClockTime clock={props.clock} />}
          busy={busy}
          problem={problem}
          onClip={clip}
          onFill={props.onFill}
          onSpeaker={() => void clipSpeaker()}
          facts={
            facts &&
            inspected?.ok && (
              <FactButtons
                wrapUp={facts.wrapUp}
                page={factPage(inspected.value.page)}
                label={t('popup_use_page_as')}
                onFact={facts.set}
              />
            )
          }
        />
      )}
      {unsaved.failure && (
        <LastFailureNote
          failure={unsaved.failure}
          text={errorText(unsaved.failure)}
          onDismiss={unsaved.dismissFailure}
        />
      )}
      <UnsavedClips
        clips={unsaved.clips}
        reason={errorText}
        onCopy={(each) => void unsaved.copy(each)}
        onClipAgain={(each) => void unsaved.clipAgain(each)}
        onDiscard={(each) => void unsaved.discard(each)}
      />
      <UnreadableNote {...unreadable} onLook={() => void openLibrary('unreadable')} />
      {stuck && (
        <p class="banner">
          {t('popup_stuck')}{' '}
          <button type="button" class="text-button" onClick={() => void openLibrary('snapshots')}>
            {t('popup_unreadable_look')}
          </button>
        </p>
      )}
      {archived && !empty && (
        <p class="banner">
          {t('popup_archived_text')}{' '}
          <button type="button" class="text-button" onClick={() => actions.restore(wrapUp.id)}>
            {t('popup_archived_restore')}
          </button>
        </p>
      )}
      {tables.count > 0 && (
        <HtmlTablesNote
          count={tables.count}
          onConvert={() => void tables.convert()}
          onDismiss={tables.dismiss}
        />
      )}
      {query !== null && (
        <SearchBar
          query={query}
          found={
            search.done && search.found ? search.found.ids.length + foundInTray.length : undefined
          }
          inputRef={searchField}
          onQuery={onQuery}
          onClose={closeSearch}
        />
      )}
      {empty && (
        <EmptyClips
          place={none ? 'none' : archived ? 'archived' : wrapUp ? 'wrap-up' : 'inbox'}
          shortcut={shortcut ?? ''}
          hasKeys={hasCommands()}
          hasMenus={hasMenus()}
          onCreate={props.onCreate}
          onRestore={() => wrapUp && actions.restore(wrapUp.id)}
          landing={wrapUp && (wrapUp.landing === 'tray' ? 'tray' : 'end')}
          onLand={(to) => wrapUp && void actions.land(wrapUp.id, to)}
        />
      )}
      {props.parts && !empty && isOnePart(props.parts) && (
        <p class="list-note quiet">{t('part_one')}</p>
      )}
      {shown && list && !empty && (
        <ClipList
          key={`${placeId} ${isFiltered}`}
          items={shown}
          openId={view.openId}
          startAt={firstFound ?? (wasFiltered.current ? leftBySearch : leftAt)}
          partial={list.partial}
          reveal={reveal}
          movable={isRead && !isFiltered && shown.ids.length > 1}
          parts={rows.parts}
          pictureUrl={pictureUrl}
          loadingPictures={loadingPictures}
          asksPageId={pageAsked(list)}
          onAskPage={(id) => {
            setView({ openId: id });
            onReveal(id, 'page');
          }}
          onScrolled={(anchor) => !isFiltered && keepViewPart({ anchor })}
          onFocused={(id) => {
            if (!isFiltered) lastRow.current = id;
          }}
          onToggle={toggle}
          onHide={(ids, hidden) => void actions.hide(ids, hidden)}
          onDelete={(ids) => void actions.deleteItems(ids)}
          onTakeOut={(ids) => void actions.takeOut(ids)}
          onClipAgain={(quote) => void actions.clipAgain(quote)}
          onMoveTo={(ids, id) => void moveTo(ids, id)}
          places={elsewhere}
          onSeen={actions.seen}
          onMove={actions.moveItems}
          onMoveSection={actions.moveSection}
          isFiltered={isFiltered}
          landing={landing && rows.landing(landing)}
          canLand={wrapUp !== undefined}
          onLand={(to) => wrapUp && void actions.land(wrapUp.id, to)}
          onInsert={(what, after) => props.onAdd(what, after)}
          facts={facts}
          onCopy={(item) => void copy(item)}
          isEditorBeside={isEditorBeside}
          onAnnounce={(text) => showNotice({ text })}
          editor={(item) =>
            item.kind === 'part' && rows.parts ? (
              <PartEditor {...rows.editing(item)} onClose={() => close(item.id)} />
            ) : (
              <ClipEditor
                item={item}
                pictureUrl={item.kind === 'image' ? pictureUrl(item.assetId) : ''}
                rawHtml={edits.rawHtml}
                pictureLoading={isLoading(item, loadingPictures)}
                places={places}
                blocks={blocks}
                quoteSteps={edits.quoteSteps}
                readPdf={'source' in item && hasPages(item) && <ClipPdf clip={item} pdfs={pdfs} />}
                facts={
                  facts &&
                  'source' in item && (
                    <ClipFacts
                      wrapUp={facts.wrapUp}
                      clip={item}
                      onFact={facts.set}
                      onRecordingPicture={facts.useFrame}
                    />
                  )
                }
                onEdit={(changes) => void edits.change(item, changes)}
                onCutSecrets={(changes) => void edits.cutSecrets(item, changes)}
                onFile={(file) =>
                  item.kind === 'image' && void pictures.takeFile({ clip: item }, file)
                }
                onChoose={whereToChoose()}
                onMoveTo={(id) => void moveTo([item.id], id)}
                onDelete={() => {
                  const at = shown.ids.indexOf(item.id);
                  const next = shown.ids[at + 1] ?? shown.ids[at - 1];
                  setView({ openId: null });
                  void actions.deleteItems([item.id]);
                  if (next) onReveal(next);
                }}
                onClose={() => close(item.id)}
              />
            )
          }
        >
          {wrapUp && (
            <TrayGroup
              key={wrapUp.id}
              items={foundInTray}
              used={used}
              landsHere={wrapUp.landing === 'tray'}
              startsOpen={search.found !== undefined}
              places={elsewhere}
              pictureUrl={pictureUrl}
              onPlace={(ids) => void actions.place(wrapUp.id, ids)}
              onAside={(ids, isAside) => void actions.putAside(ids, isAside)}
              onMoveTo={(ids, id) => void moveTo(ids, id)}
              onDelete={(ids) => void actions.deleteItems(ids)}
              onLand={(to) => void actions.land(wrapUp.id, to)}
              reveal={reveal}
              onReveal={onReveal}
            />
          )}
        </ClipList>
      )}
    </>
  );
}

/** How far from its end a list is searched for its newest clip. */
const newestWithin = 60;

/** The latest clip, if it is a quote from a PDF and its page is not entered yet. */
function pageAsked(list: ItemList): string | undefined {
  const read = list.ids.slice(-newestWithin).map((id) => list.get(id));
  const newest = read.reduce(
    (last, item) => (!item || (last && last.createdAt >= item.createdAt) ? last : item),
    undefined,
  );
  const asked = newest?.kind === 'quote' && hasPages(newest) && newest.page == null;
  return asked ? newest.id : undefined;
}

const isSourced = (item: Item): item is SourcedClip => 'source' in item;
const isPicture = (item: Item): item is ImageClip => item.kind === 'image';
