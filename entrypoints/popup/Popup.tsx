import {
  Columns3,
  DatabaseBackup,
  Ellipsis,
  ExternalLink,
  FileInput,
  Footprints,
  Plus,
  Search,
  Settings,
  SquareStack,
  Trash2,
} from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { AddButtons } from '../../components/clips/AddButtons.tsx';
import type { Reveal } from '../../components/clips/ClipList.tsx';
import { takesText } from '../../components/clips/list-keys.ts';
import { createActions, type NewKind } from '../../components/hooks/use-actions.ts';
import { useClashes } from '../../components/hooks/use-clashes.ts';
import { useGivenFiles } from '../../components/hooks/use-given-files.ts';
import { useLibrary } from '../../components/hooks/use-library.ts';
import { useNotice, useUndo } from '../../components/hooks/use-notices.ts';
import { useOpenPosts } from '../../components/hooks/use-open-posts.ts';
import { useOpenTabs } from '../../components/hooks/use-open-tabs.ts';
import { isAlone, usePage } from '../../components/hooks/use-page.ts';
import { usePageEvents } from '../../components/hooks/use-page-events.ts';
import { usePartList } from '../../components/hooks/use-part-list.ts';
import { profileNow } from '../../components/hooks/use-profile.ts';
import { useRecordingClock } from '../../components/hooks/use-recording-clock.ts';
import { useSaveState } from '../../components/hooks/use-save-state.ts';
import { useShortcutKeys } from '../../components/hooks/use-shortcuts.ts';
import { createFileActions } from '../../components/hooks/use-site-files.ts';
import { useSlow } from '../../components/hooks/use-slow.ts';
import { useTray } from '../../components/hooks/use-tray.ts';
import { useUndoKeys } from '../../components/hooks/use-undo-keys.ts';
import { useViewState } from '../../components/hooks/use-view-state.ts';
import { useWide } from '../../components/hooks/use-wide.ts';
import { BackupAge } from '../../components/library/BackupAge.tsx';
import { TextLinks } from '../../components/links/TextLinks.tsx';
import { OpenPosts } from '../../components/posts/OpenPosts.tsx';
import type { DraftTarget } from '../../components/preview/draft-blocks.ts';
import { OpenTabs } from '../../components/tabs/OpenTabs.tsx';
import { FilePicker } from '../../components/ui/FilePicker.tsx';
import { focusSoon } from '../../components/ui/focus-soon.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Menu } from '../../components/ui/Menu.tsx';
import { MissingCode } from '../../components/ui/MissingCode.tsx';
import { renderNow } from '../../components/ui/render-now.ts';
import { StatusBar } from '../../components/ui/StatusBar.tsx';
import { Tabs } from '../../components/ui/Tabs.tsx';
import { Switcher } from '../../components/wrap-up/Switcher.tsx';
import { openDesk } from '../../lib/browser/open-desk.ts';
import { openWelcome } from '../../lib/browser/welcome.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { createHistory } from '../../lib/client/history.ts';
import { t, tCount } from '../../lib/client/i18n.ts';
import { loadLinkSource } from '../../lib/client/loaded-later.ts';
import { openLibrary, whereToChoose } from '../../lib/client/open-in-tab.ts';
import { pageFrame } from '../../lib/client/page-frame.ts';
import { type PartList, partRow } from '../../lib/client/part-list.ts';
import { edit, writer } from '../../lib/client/services.ts';
import { keepViewPart } from '../../lib/client/view-state.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import type { After } from '../../lib/core/post/arrange.ts';
import { inboxId } from '../../lib/core/post/item.ts';
import type { FirstLook } from '../../lib/store/first-look.ts';
import { ClipsTab } from './ClipsTab.tsx';
import { DetailsTab, DraftTab, TalkTab } from './lazy-tabs.ts';
import { PanelButton } from './PanelButton.tsx';
import { Unopened } from './Unopened.tsx';

/** From this width on a separate tab has room for the draft beside the list. */
const wideFromPx = 900;
/** Longer drafts are composed only on request. */
const mostBeside = 2_000;

/**
 * The popup: the wrap-up, its tabs, and the state of the data.
 * @param props.look what was read before the first paint
 */
export function Popup({ look }: { look: FirstLook | undefined }) {
  const [view, setView] = useViewState();
  const library = useLibrary(look);
  const page = usePage();
  const clock = useRecordingClock(page, view.tab === 'talk');
  const pageEvents = usePageEvents(page);
  const shortcuts = useShortcutKeys();
  const saving = useSaveState();
  const [notice, showNotice] = useNotice();
  const undo = useUndo();
  const [creating, setCreating] = useState(false);
  const [reveal, setReveal] = useState<Reveal | null>(null);
  const { wrapUp, placeId } = library;
  const { query } = view;
  const setQuery = (next: string | null) => setView({ query: next });
  const { list } = library;
  const tray = useTray(wrapUp?.id);
  const isWide = useWide(wideFromPx) && pageFrame() === 'tab';
  const { tab } = view;
  const clips = list?.ids.length ?? 0;
  const showsDraft =
    isWide && tab !== 'draft' && wrapUp !== undefined && clips > 0 && clips <= mostBeside;
  // A block of the draft whose row is not known yet.
  const [sought, setSought] = useState<{ target: DraftTarget; from: typeof tab } | null>(null);
  const showsRows = tab === 'clips' || tab === 'draft' || showsDraft;
  const { parts, isComing } = usePartList(showsRows ? wrapUp : undefined, list, sought !== null);
  const actions = createActions({
    placeId,
    list,
    parts,
    wrapUp,
    showNotice,
    offerUndo: undo.offer,
  });

  useEffect(() => {
    if (placeId !== undefined && placeId !== view.placeId) {
      setView({
        placeId,
        openId: null,
        query: null,
        anchor: undefined,
        newestId: undefined,
        detailsTopPx: 0,
        draftTopPx: 0,
        typed: {},
      });
    }
  }, [placeId, view.placeId, setView]);
  const openTabs = useOpenTabs({ placeId, showNotice, offerUndo: undo.offer });
  const posts = useOpenPosts({ placeId, showNotice, offerUndo: undo.offer });
  const files = createFileActions({ showNotice, offerUndo: undo.offer });
  useGivenFiles({
    onPosts: posts.choose,
    onFiles(given) {
      if (wrapUp) void files.add(wrapUp.id, given);
      else showNotice({ text: t('files_need_wrap_up'), bad: true });
    },
    onPicture: (file) => void givePicture(file),
  });
  const postPicker = useRef<HTMLInputElement>(null);
  const choosePosts = () => {
    const elsewhere = whereToChoose('post');
    if (elsewhere) elsewhere();
    else postPicker.current?.click();
  };
  useClashes(showNotice);
  useUndoKeys(createHistory(placeId, { showNotice, offerUndo: undo.offer }));

  const known = library.wrapUps !== undefined;
  const isOpen = known && !library.failed;
  const slow = useSlow(!known && !library.failed);
  const none = known && placeId === undefined;
  const inbox = placeId === inboxId;
  const title = inbox ? t('popup_inbox') : (wrapUp?.title ?? '');
  const startNew = async (named = '') => {
    setCreating(true);
    // This runs before the tab is loaded, because a tab that is pressed meanwhile must win.
    if (view.tab === 'draft') setView({ tab: 'clips' });
    await actions.create(named);
    setCreating(false);
  };
  const add = async (kind: NewKind, after?: After) => {
    if (placeId === undefined) return;
    const id = await actions.add(kind, placeId, after);
    if (!id) return;
    setQuery(null);
    setView({ openId: id });
    setReveal({ id, toEdit: true });
  };
  const givePicture = async (file: File) => {
    if (placeId === undefined) return showNotice({ text: t('files_need_wrap_up'), bad: true });
    const bytes = await file.arrayBuffer().catch((thrown: unknown) => {
      noteProblem('popup.read-picture', thrown);
      showNotice({ text: errorText({ code: 'file-unreadable' }), bad: true });
    });
    const id = bytes && (await actions.give({ name: file.name, bytes }, placeId));
    if (!id) return;
    setQuery(null);
    setView({ tab: 'clips', openId: id });
    setReveal({ id, toEdit: true });
  };
  /** Leads to the fill, which explains itself. A wrap-up is created if there is none. */
  const fillDetails = async () => {
    if (placeId === undefined) await startNew();
    setView({ tab: 'details', detailsTopPx: 0 });
    focusSoon('#panel-details .fill :is(summary, button)', '#tab-details');
  };
  const openTarget = (target: DraftTarget) => {
    const id = rowOf(target, parts);
    if (!id && target.kind === 'part' && isComing) return setSought({ target, from: tab });
    // A block without a row comes from the details.
    if (!id) return setView({ tab: 'details' });
    setView({ tab: 'clips', query: null, openId: id });
    setReveal({ id, toEdit: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the rows are there; tab and functions are those of that moment
  useEffect(() => {
    if (!sought || isComing) return;
    setSought(null);
    // If the user has gone elsewhere meanwhile, they stay there.
    if (sought.from === tab) openTarget(sought.target);
  }, [sought, isComing]);
  const clipCount = list && !list.partial ? list.ids.length - list.outline.size : undefined;
  const open = placeId !== undefined && !wrapUp?.archivedAt;
  const draft = (
    <DraftTab
      key={placeId}
      wrapUp={wrapUp}
      inbox={inbox}
      tray={tray}
      onPlaceAll={(ids) => wrapUp && void actions.place(wrapUp.id, ids)}
      showNotice={showNotice}
      offerUndo={undo.offer}
      onOpen={openTarget}
    />
  );
  // A sidebar of Firefox (153) may receive letters before its focus event.
  const keepField = ({ target }: Event) => keepViewPart({ inField: takesText(target) });
  return (
    <main
      class="popup"
      onFocusIn={keepField}
      onInput={keepField}
      aria-busy={!known && !library.failed}
    >
      {/* One row of the popup’s grid. */}
      <div>
        <header class="head">
          {none || !isOpen ? (
            <h1 class="switcher-none">{t('extension_name')}</h1>
          ) : (
            <Switcher
              wrapUps={library.wrapUps ?? []}
              activeId={placeId}
              title={title || t('popup_untitled')}
              inboxCount={library.inboxCount}
              onPick={actions.pick}
              onCreate={startNew}
              onRename={(named) =>
                wrapUp && void edit('wrapUp', wrapUp.id, wrapUp, { title: named })
              }
              onArchive={() => wrapUp && actions.archive(wrapUp)}
              onDelete={() => wrapUp && actions.deleteWrapUp(wrapUp)}
            />
          )}
          <span class="grow" />
          {isOpen && !none && (
            <IconButton
              icon={Plus}
              label={t('popup_new_wrap_up')}
              disabled={creating}
              onClick={() => void startNew()}
            />
          )}
          {wrapUp && (
            <IconButton
              icon={Columns3}
              label={t('desk_open')}
              onClick={() =>
                void openDesk(wrapUp.id).then(() => pageFrame() === 'popup' && window.close())
              }
            />
          )}
          <PanelButton windowId={page.windowId} showNotice={showNotice} />
          <Menu
            label={t('popup_more')}
            icon={Ellipsis}
            entries={[
              {
                label: t('post_open'),
                icon: FileInput,
                onPick: choosePosts,
              },
              {
                label: t('tabs_menu'),
                icon: SquareStack,
                onPick: () => void openTabs.open(),
              },
              {
                label: t('popup_open_tab'),
                icon: ExternalLink,
                onPick: () =>
                  void browser.tabs.create({ url: browser.runtime.getURL('/popup.html') }),
              },
              {
                label: t('popup_backup'),
                icon: DatabaseBackup,
                onPick: () => void openLibrary(),
              },
              {
                label: t('popup_trash'),
                icon: Trash2,
                onPick: () => void openLibrary('trash'),
              },
              {
                label: t('welcome_menu'),
                icon: Footprints,
                onPick: () => void openWelcome(),
              },
              {
                label: t('popup_options'),
                icon: Settings,
                onPick: () => void browser.runtime.openOptionsPage(),
              },
            ]}
          />
        </header>
        <MissingCode />
      </div>
      <FilePicker
        label={t('post_open')}
        accept=".md,.markdown,text/markdown"
        multiple
        inputRef={postPicker}
        onFiles={posts.choose}
      />
      {posts.opening && isOpen && (
        <OpenPosts
          opening={posts.opening}
          onChoose={choosePosts}
          onOpen={(files) => void posts.open(files)}
          onShow={(id) => {
            actions.pick(id);
            posts.close();
          }}
          onClose={posts.close}
        />
      )}
      {library.failed || slow ? (
        <Unopened
          why={library.failed?.code ?? 'slow'}
          showNotice={showNotice}
          offerUndo={undo.offer}
        />
      ) : known ? (
        <>
          <div class="tab-row">
            <Tabs
              label={t('popup_views')}
              selected={tab}
              tabs={[
                {
                  id: 'clips',
                  label: t('popup_clips'),
                  ...(clipCount === undefined ? {} : { count: clipCount }),
                },
                { id: 'details', label: t('popup_details') },
                { id: 'draft', label: t('popup_draft') },
                { id: 'talk', label: t('popup_talk') },
              ]}
              onSelect={(id) => setView({ tab: id })}
            />
            {tab === 'clips' && list && list.ids.length + tray.length > 0 && (
              <IconButton
                small
                icon={Search}
                label={t('popup_search')}
                expanded={query !== null}
                onClick={() => (query === null ? renderNow(() => setQuery('')) : setQuery(null))}
              />
            )}
          </div>
          <div class={showsDraft ? 'panels two' : 'panels'}>
            <div class="panel" role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
              {tab === 'clips' && (
                <ClipsTab
                  view={view}
                  setView={setView}
                  library={library}
                  parts={parts}
                  tray={tray}
                  page={page}
                  shortcuts={shortcuts}
                  clock={clock}
                  onFill={() => void fillDetails()}
                  actions={actions}
                  offerUndo={undo.offer}
                  showNotice={showNotice}
                  query={query}
                  onQuery={setQuery}
                  reveal={reveal}
                  onReveal={(id, toEdit) => setReveal({ id, ...(toEdit ? { toEdit } : {}) })}
                  onCreate={() => void startNew()}
                  onAdd={(kind, after) => void add(kind, after)}
                />
              )}
              {tab === 'details' && (
                <DetailsTab
                  key={placeId}
                  wrapUp={wrapUp}
                  wrapUps={library.wrapUps ?? []}
                  inbox={inbox}
                  pageEvents={isAlone(page.inspected) ? undefined : pageEvents}
                  showNotice={showNotice}
                  offerUndo={undo.offer}
                />
              )}
              {tab === 'talk' && (
                <TalkTab
                  placeId={placeId}
                  wrapUp={wrapUp}
                  tray={tray}
                  page={page}
                  clock={clock}
                  shortcuts={shortcuts}
                  actions={actions}
                  showNotice={showNotice}
                  offerUndo={undo.offer}
                />
              )}
              {tab === 'draft' && draft}
            </div>
            {showsDraft && (
              <section class="panel beside" aria-label={t('popup_draft')}>
                {draft}
              </section>
            )}
          </div>
        </>
      ) : null}
      {openTabs.list && (
        <OpenTabs
          list={openTabs.list}
          onClip={(tabs) => void openTabs.clip(tabs)}
          onClose={openTabs.close}
        />
      )}
      {placeId !== undefined && (
        <TextLinks
          key={placeId}
          read={() => readLinkTargets(placeId)}
          layoutNow={() => profileNow().layout}
          onRefused={(text) => showNotice({ text, bad: true })}
        />
      )}
      {(isOpen || saving.state === 'failed' || notice || undo.undo) && (
        <StatusBar
          saving={isOpen || saving.state === 'failed' ? saving.state : undefined}
          failure={saving.state === 'failed' ? errorText(saving.failure) : ''}
          onRetry={() => writer.retry()}
          undo={undo.undo}
          onUndo={undo.run}
          onUndoDismissed={undo.dismiss}
          notice={notice}
          count={none || clipCount === undefined ? '' : tCount('popup_count', clipCount)}
        >
          {clipCount !== undefined && clipCount > 0 && !notice && <BackupAge />}
          {tab === 'clips' && open && (
            <AddButtons onAdd={(kind) => void add(kind, view.openId ?? undefined)} />
          )}
        </StatusBar>
      )}
    </main>
  );
}

/** Returns the row that a block of the draft comes from; undefined if it has none. */
function rowOf(target: DraftTarget, parts: PartList | undefined): string | undefined {
  if (target.kind === 'item') return target.id;
  if (target.kind === 'details') return undefined;
  return target.rowId ?? (parts && partRow(parts, target));
}

/** Reads what a text can link to; the code is loaded with the first field that accepts links. */
async function readLinkTargets(placeId: string) {
  const source = await loadLinkSource();
  return source.readLinkTargets(placeId);
}
