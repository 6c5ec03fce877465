import { Keyboard, PanelLeft, PanelRight, Redo2, TriangleAlert, Undo2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Columns, type DeskRoom, shownColumns } from '../../components/desk/Columns.tsx';
import type { DeskAction, DeskCommand, PostCommand } from '../../components/desk/commands.ts';
import { DetailsChip } from '../../components/desk/DetailsChip.tsx';
import { Drawer } from '../../components/desk/Drawer.tsx';
import { ExportButton } from '../../components/desk/ExportButton.tsx';
import { FindBar } from '../../components/desk/FindBar.tsx';
import { pressSoon } from '../../components/desk/press-soon.ts';
import { SavedState } from '../../components/desk/SavedState.tsx';
import {
  blockAtFocus,
  selectedWords,
  selectInSoon,
  selectSoon,
} from '../../components/desk/select-text.ts';
import { TitleField } from '../../components/desk/TitleField.tsx';
import { Toast } from '../../components/desk/Toast.tsx';
import type { NewKind } from '../../components/hooks/use-actions.ts';
import { useClashes } from '../../components/hooks/use-clashes.ts';
import { useDeskKeys } from '../../components/hooks/use-desk-keys.ts';
import { useFind } from '../../components/hooks/use-find.ts';
import { useGivenFiles } from '../../components/hooks/use-given-files.ts';
import { useOpenPosts } from '../../components/hooks/use-open-posts.ts';
import { profileNow } from '../../components/hooks/use-profile.ts';
import { useSaveState } from '../../components/hooks/use-save-state.ts';
import { createFileActions } from '../../components/hooks/use-site-files.ts';
import { useSlow } from '../../components/hooks/use-slow.ts';
import { useTakeAway } from '../../components/hooks/use-take-away.ts';
import { useWide } from '../../components/hooks/use-wide.ts';
import { NoLibrary } from '../../components/library/NoLibrary.tsx';
import { TextLinks } from '../../components/links/TextLinks.tsx';
import { OpenPosts } from '../../components/posts/OpenPosts.tsx';
import type { PreviewLights } from '../../components/preview/DraftBlocks.tsx';
import type { DraftAction } from '../../components/preview/DraftView.tsx';
import type { DraftTarget } from '../../components/preview/draft-blocks.ts';
import { SiteFolder } from '../../components/preview/SiteFolder.tsx';
import { focusSoon } from '../../components/ui/focus-soon.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { lazy } from '../../components/ui/lazy.tsx';
import { MissingCode } from '../../components/ui/MissingCode.tsx';
import { ProgressBar } from '../../components/ui/ProgressBar.tsx';
import { namedWrapUp } from '../../lib/client/desk-address.ts';
import { type DeskView, keepDeskView, loadDeskView } from '../../lib/client/desk-view.ts';
import { createHistory } from '../../lib/client/history.ts';
import { t, tCount } from '../../lib/client/i18n.ts';
import { loadLinkSource } from '../../lib/client/loaded-later.ts';
import { partRow } from '../../lib/client/part-list.ts';
import { edit, writer } from '../../lib/client/services.ts';
import type { FirstBlocks } from '../../lib/store/first-look.ts';
import { BlockFields } from './BlockFields.tsx';
import { NoWrapUp } from './NoWrapUp.tsx';
import { type Overlay, Overlays } from './Overlays.tsx';
import { type PostLights, PostRegion } from './PostRegion.tsx';
import { PreviewRegion } from './PreviewRegion.tsx';
import { type TrayCursor, TrayRegion } from './TrayRegion.tsx';
import { useDesk } from './use-desk.ts';

const details = lazy(
  'tab.details',
  async () => (await import('../popup/DetailsTab.tsx')).DetailsTab,
);

/** The widths from which there is room for all three columns, and for tray and post. */
const threeFromPx = 1100;
const twoFromPx = 600;

function useNamedWrapUp(): string | undefined {
  const [id, setId] = useState(namedWrapUp);
  useEffect(() => {
    const follow = () => setId(namedWrapUp());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return id;
}

/**
 * The page for finishing a post: tray, post and preview of one wrap-up.
 * @param props.look what was read before the first paint
 */
export function Desk({ look }: { look: FirstBlocks | undefined }) {
  const named = useNamedWrapUp();
  const desk = useDesk(named, look);
  const { wrapUp, library, showNotice, undo } = desk;
  const [view, setViewState] = useState(loadDeskView);
  const setView = (changes: Partial<DeskView>) =>
    setViewState((before) => {
      const next = { ...before, ...changes };
      keepDeskView(next);
      return next;
    });
  const hasThree = useWide(threeFromPx);
  const hasTwo = useWide(twoFromPx);
  const room: DeskRoom = hasThree ? 'three' : hasTwo ? 'two' : 'one';
  const shown = shownColumns(room, view);
  const [drawer, setDrawer] = useState<
    { of: 'details'; speakerId?: string | undefined } | { of: 'block'; id: string } | null
  >(null);
  const saving = useSaveState();
  const known = library.wrapUps !== undefined;
  const slow = useSlow(!known && !desk.failed);
  const takeAway = useTakeAway({ ...desk, wrapUp, draft: desk.draft });
  const history = createHistory(wrapUp?.id, { showNotice, offerUndo: undo.offer });
  useClashes(showNotice);
  const posts = useOpenPosts({
    placeId: wrapUp?.id,
    showNotice,
    offerUndo: undo.offer,
    onOpened: (id) => {
      location.hash = encodeURIComponent(id);
    },
  });
  const files = createFileActions({ showNotice, offerUndo: undo.offer });
  useGivenFiles({
    onPosts: posts.choose,
    onFiles: (given) => wrapUp && void files.add(wrapUp.id, given),
  });

  // This desk stays with its wrap-up, even if another becomes current.
  const shownId = wrapUp?.id;
  useEffect(() => {
    if (named === undefined && shownId !== undefined)
      window.history.replaceState(null, '', `#${encodeURIComponent(shownId)}`);
  }, [named, shownId]);
  const title = wrapUp?.title ?? '';
  useEffect(() => {
    document.title = title === '' ? t('desk_title') : t('desk_title_of', title);
  }, [title, t('language_tag')]);

  const take = (way: DraftAction) => {
    setView({ way });
    takeAway.act(way);
  };
  const postLights = useRef<PostLights>(null);
  const previewLights = useRef<PreviewLights>(null);
  const focusedId = useRef<string>(undefined);
  const trayCursor = useRef<TrayCursor>(null);
  const rowOf = (target: DraftTarget) =>
    target.kind === 'item'
      ? target.id
      : target.kind === 'part'
        ? (target.rowId ?? (desk.parts && partRow(desk.parts, target)))
        : undefined;
  const openTarget = (target: DraftTarget) => {
    const id = rowOf(target);
    if (id === undefined) return openDetails();
    setView({ column: 'post' });
    desk.revealBlock(id, true);
  };
  const goToBlock = (id: string) => {
    setView({ column: 'post' });
    desk.revealBlock(id);
  };
  const toCursor = (id: string) => {
    focusedId.current = id;
    previewLights.current?.show(id);
    trayCursor.current?.at(id);
  };
  const toFilter = () => {
    setView(room === 'one' ? { column: 'tray' } : { tray: true });
    focusSoon('#tray-filter');
  };
  const openDetails = (field?: string) => {
    const speakerId = /^speaker\.(.*)/.exec(field ?? '')?.[1];
    setDrawer({ of: 'details', speakerId });
    const name = speakerId === undefined ? (field ?? 'title') : `speaker.${speakerId}.name`;
    const wanted = `[data-field="${CSS.escape(name)}"]`;
    focusSoon(`#details-drawer ${wanted}`, '#details-drawer [data-field]');
  };
  const openFields = (id: string) => {
    setDrawer({ of: 'block', id });
    focusSoon('#block-drawer [data-field]');
  };
  const closeDrawer = () => {
    if (drawer?.of === 'block') desk.revealBlock(drawer.id);
    else focusSoon('#desk-details');
    setDrawer(null);
  };
  const find = useFind({
    items: desk.items,
    rawHtml: desk.profile?.rawHtml ?? false,
    ...{ showNotice, offerUndo: undo.offer },
    onMatch: ({ id }) => desk.showBlock(id),
  });
  const [findAsked, setFindAsked] = useState({});
  const openFind = () => {
    setView({ column: 'post' });
    find.open(selectedWords());
    setFindAsked({});
  };
  const closeFind = () => {
    find.close();
    if (!find.current) return focusSoon('.desk-post .block-body[tabindex="0"]');
    desk.revealBlock(find.current.id, true);
    selectSoon(find.current);
  };
  const blockInDrawer = drawer?.of === 'block' ? desk.rows?.get(drawer.id) : undefined;
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const foldTray = () =>
    room === 'one' ? setView({ column: 'tray' }) : setView({ tray: !view.tray });
  const foldPreview = () =>
    room === 'three'
      ? setView({ preview: !view.preview })
      : setView({ column: view.column === 'preview' ? 'post' : 'preview' });
  const add = async (kind: NewKind) => {
    if (!wrapUp) return;
    setView({ column: 'post' });
    const id = await desk.actions.add(kind, wrapUp.id);
    if (id) desk.revealBlock(id, true);
  };
  const actions: Readonly<Record<DeskAction, () => void>> = {
    palette: () => setOverlay({ of: 'palette' }),
    keys: () => setOverlay({ of: 'keys' }),
    'block-markdown'() {
      const id = blockAtFocus();
      if (id !== undefined) setOverlay({ of: 'markdown', id });
    },
    find: openFind,
    undo: () => void history.undo(),
    redo: () => void history.redo(),
    copy: () => take('copy-draft'),
    save: () => take(takeAway.site.possible ? 'save-to-folder' : 'download'),
    'front-matter': () => take('copy-front-matter'),
    download: () => take('download'),
    done: () => setOverlay({ of: 'done' }),
    tray: foldTray,
    preview: foldPreview,
    details: () => openDetails(),
    'add-note': () => void add('note'),
    'add-heading': () => void add('heading'),
    'add-raw': () => void add('raw'),
  };
  useDeskKeys((action) => actions[action]());
  const editMarkdown = ({ start, end }: { start: number; end: number }) => {
    setView({
      previewAs: 'markdown',
      ...(room === 'three' ? { preview: true } : { column: 'preview' }),
    });
    selectInSoon('.markdown-editor textarea', start, end);
  };
  const run = (command: DeskCommand | PostCommand) => {
    setOverlay(null);
    if ('action' in command) return actions[command.action]();
    setView({ column: 'post' });
    pressSoon(command.keys[0] ?? '');
  };

  const begin = async () => {
    const begun = await desk.actions.create('');
    if (begun) location.hash = encodeURIComponent(begun.id);
  };

  if (desk.failed || slow)
    return (
      <main class="desk desk-none">
        <NoLibrary why={desk.failed?.code ?? 'slow'} />
      </main>
    );
  if (!known) return <main class="desk" aria-busy="true" />;
  if (!wrapUp)
    return (
      <NoWrapUp
        isNamed={named !== undefined}
        others={(library.wrapUps ?? []).filter(({ archivedAt }) => archivedAt === null)}
        onCreate={() => void begin()}
      />
    );
  const toCheck = desk.checked?.findings.length ?? 0;
  const showChecks = () => {
    setView(room === 'three' ? { preview: true } : { column: 'preview' });
    focusSoon('#desk-checks button', '.draft-error button');
  };
  const ways: DraftAction[] = [
    'copy-draft',
    'copy-front-matter',
    'download',
    ...(desk.items?.some((item) => item.kind === 'image') || wrapUp.files?.length
      ? (['download-archive'] as const)
      : []),
    ...(takeAway.site.possible ? (['save-to-folder'] as const) : []),
  ];
  const way = ways.includes(view.way) ? view.way : 'copy-draft';
  const saved = <SavedState saving={saving} onRetry={() => writer.retry()} />;
  // In one column they are beside the title, because the row below has no room for them.
  const steps = (
    <>
      {room === 'one' && saved}
      <IconButton icon={Undo2} label={t('popup_undo')} onClick={actions.undo} />
      <IconButton icon={Redo2} label={t('popup_redo')} onClick={actions.redo} />
    </>
  );
  return (
    <main class="desk">
      <header class="desk-head">
        {room !== 'one' && (
          <IconButton
            icon={PanelLeft}
            label={t('desk_tray_fold')}
            expanded={view.tray}
            onClick={() => setView({ tray: !view.tray })}
          />
        )}
        <TitleField
          key={wrapUp.id}
          title={wrapUp.title}
          onText={(text) => void edit('wrapUp', wrapUp.id, wrapUp, { title: text })}
        />
        {room === 'one' && steps}
        <div class="desk-actions">
          <DetailsChip
            wrapUp={wrapUp}
            isOpen={drawer?.of === 'details'}
            onToggle={() => (drawer?.of === 'details' ? closeDrawer() : openDetails())}
          />
          <span class="grow" />
          {toCheck > 0 && (
            <button
              type="button"
              class="desk-check-count"
              aria-label={tCount('desk_to_check', toCheck)}
              onClick={showChecks}
            >
              <Icon of={TriangleAlert} />
              {room === 'one' ? toCheck : tCount('desk_to_check', toCheck)}
            </button>
          )}
          {desk.draft.state === 'failed' && (
            <button
              type="button"
              class="desk-check-count"
              aria-label={t('desk_no_draft')}
              onClick={showChecks}
            >
              <Icon of={TriangleAlert} />
              {room !== 'one' && t('desk_no_draft')}
            </button>
          )}
          {room !== 'one' && saved}
          {room !== 'one' && (
            <IconButton
              icon={Keyboard}
              label={t('command_keys')}
              keys={{ aria: 'Shift+?', shown: '?' }}
              popup="dialog"
              onClick={actions.keys}
            />
          )}
          {room !== 'one' && steps}
          <button type="button" class="button quiet" onClick={actions.done}>
            {t('done_title')}
          </button>
          <ExportButton
            way={way}
            ways={ways}
            done={takeAway.done}
            isReady={desk.draft.state === 'ready'}
            onTake={take}
          />
        </div>
        {room === 'three' && (
          <IconButton
            icon={PanelRight}
            label={t('desk_preview_fold')}
            expanded={view.preview}
            onClick={() => setView({ preview: !view.preview })}
          />
        )}
      </header>
      <div class="desk-panels">
        <MissingCode />
        {takeAway.task.progress && (
          <ProgressBar
            label={t('popup_exporting')}
            {...takeAway.task.progress}
            hint={t('popup_exporting_hint')}
            onCancel={takeAway.task.cancel}
          />
        )}
        <SiteFolder site={takeAway.site} folder={takeAway.folder} />
        {posts.opening && (
          <OpenPosts
            opening={posts.opening}
            onChoose={posts.close}
            onOpen={(files) => void posts.open(files)}
            onShow={(id) => {
              location.hash = encodeURIComponent(id);
              posts.close();
            }}
            onClose={posts.close}
          />
        )}
      </div>
      <Columns
        room={room}
        shown={shown}
        onColumn={(column) => setView({ column })}
        tray={
          <TrayRegion
            desk={desk}
            view={view}
            onView={setView}
            cursor={trayCursor}
            focusedId={focusedId}
            onPlaced={toCursor}
            onGo={goToBlock}
          />
        }
        post={
          <>
            {find.isOpen && <FindBar find={find} asked={findAsked} onClose={closeFind} />}
            <PostRegion
              desk={desk}
              onDetail={openDetails}
              onFields={openFields}
              onSearch={toFilter}
              onSlash={(item, field) => setOverlay({ of: 'slash', item, field })}
              lights={postLights}
              foundId={find.current?.id}
              onHover={(id) => previewLights.current?.light(id)}
              onFocus={toCursor}
              onScrolled={(id) => previewLights.current?.follow(id)}
            />
          </>
        }
        preview={
          shown.has('preview') && (
            <PreviewRegion
              desk={desk}
              shownAs={view.previewAs}
              onShowAs={(previewAs) => setView({ previewAs })}
              follows={view.follow}
              onFollow={(follow) => setView({ follow })}
              onOpen={openTarget}
              onHover={(target) => postLights.current?.light(target && rowOf(target))}
              lights={previewLights}
              focusedId={focusedId}
            />
          )
        }
        drawer={
          drawer?.of === 'details' ? (
            <Drawer id="details-drawer" title={t('popup_details')} onClose={closeDrawer}>
              <details.Part
                key={`${wrapUp.id} ${drawer.speakerId}`}
                wrapUp={wrapUp}
                openSpeakerId={drawer.speakerId}
                wrapUps={library.wrapUps ?? []}
                inbox={false}
                pageEvents={undefined}
                showNotice={showNotice}
                offerUndo={undo.offer}
              />
            </Drawer>
          ) : (
            blockInDrawer && (
              <Drawer id="block-drawer" title={t('desk_block_fields')} onClose={closeDrawer}>
                <BlockFields
                  key={blockInDrawer.id}
                  desk={desk}
                  item={blockInDrawer}
                  onClose={closeDrawer}
                />
              </Drawer>
            )
          )
        }
      />
      <TextLinks
        key={wrapUp.id}
        read={async () => (await loadLinkSource()).readLinkTargets(wrapUp.id)}
        layoutNow={() => profileNow().layout}
        onRefused={(text) => showNotice({ text, bad: true })}
      />
      {overlay && (
        <Overlays
          {...{ desk, overlay, rowOf }}
          way={way}
          taken={takeAway.done}
          onTake={() => take(way)}
          onOpen={openTarget}
          onRun={run}
          onEditMarkdown={editMarkdown}
          onClose={() => setOverlay(null)}
        />
      )}
      <Toast notice={desk.notice} undo={undo.undo} onUndo={undo.run} onDismiss={undo.dismiss} />
    </main>
  );
}
