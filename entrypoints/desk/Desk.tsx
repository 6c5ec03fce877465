import { useEffect, useRef, useState } from 'preact/hooks';
import { Columns } from '../../components/desk/Columns.tsx';
import type { DeskAction, DeskCommand, PostCommand } from '../../components/desk/commands.ts';
import { FindBar } from '../../components/desk/FindBar.tsx';
import { pressSoon } from '../../components/desk/press-soon.ts';
import {
  blockAtFocus,
  selectedWords,
  selectInSoon,
  selectSoon,
} from '../../components/desk/select-text.ts';
import { Toast } from '../../components/desk/Toast.tsx';
import type { NewKind } from '../../components/hooks/use-actions.ts';
import { useClashes } from '../../components/hooks/use-clashes.ts';
import { useDeskKeys } from '../../components/hooks/use-desk-keys.ts';
import { useFind } from '../../components/hooks/use-find.ts';
import { useGivenFiles } from '../../components/hooks/use-given-files.ts';
import { useOpenPosts } from '../../components/hooks/use-open-posts.ts';
import { profileNow } from '../../components/hooks/use-profile.ts';
import { createFileActions } from '../../components/hooks/use-site-files.ts';
import { useSlow } from '../../components/hooks/use-slow.ts';
import { useTakeAway } from '../../components/hooks/use-take-away.ts';
import { NoLibrary } from '../../components/library/NoLibrary.tsx';
import { TextLinks } from '../../components/links/TextLinks.tsx';
import { OpenPosts } from '../../components/posts/OpenPosts.tsx';
import type { PreviewLights } from '../../components/preview/DraftBlocks.tsx';
import type { DraftAction } from '../../components/preview/DraftView.tsx';
import type { DraftTarget } from '../../components/preview/draft-blocks.ts';
import { SiteFolder } from '../../components/preview/SiteFolder.tsx';
import { focusSoon } from '../../components/ui/focus-soon.ts';
import { MissingCode } from '../../components/ui/MissingCode.tsx';
import { ProgressBar } from '../../components/ui/ProgressBar.tsx';
import { namedWrapUp } from '../../lib/client/desk-address.ts';
import { createHistory } from '../../lib/client/history.ts';
import { t } from '../../lib/client/i18n.ts';
import { loadLinkSource } from '../../lib/client/loaded-later.ts';
import { partRow } from '../../lib/client/part-list.ts';
import type { FirstBlocks } from '../../lib/store/first-look.ts';
import { DeskDrawer, useDrawer } from './DeskDrawer.tsx';
import { DeskHead } from './DeskHead.tsx';
import { NoWrapUp } from './NoWrapUp.tsx';
import { type Overlay, Overlays } from './Overlays.tsx';
import { type PostLights, PostRegion } from './PostRegion.tsx';
import { PreviewRegion } from './PreviewRegion.tsx';
import { type TrayCursor, TrayRegion } from './TrayRegion.tsx';
import { useDesk } from './use-desk.ts';
import { useDeskView } from './use-desk-view.ts';

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
  const viewing = useDeskView();
  const { view, room, shown } = viewing;
  const drawer = useDrawer(desk);
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
    viewing.set({ way });
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
    if (id === undefined) return drawer.openDetails();
    viewing.showPost();
    desk.revealBlock(id, true);
  };
  const goToBlock = (id: string) => {
    viewing.showPost();
    desk.revealBlock(id);
  };
  const toCursor = (id: string) => {
    focusedId.current = id;
    previewLights.current?.show(id);
    trayCursor.current?.at(id);
  };
  const toFilter = () => {
    viewing.showTray();
    focusSoon('#tray-filter');
  };
  const find = useFind({
    items: desk.items,
    rawHtml: desk.profile?.rawHtml ?? false,
    ...{ showNotice, offerUndo: undo.offer },
    onMatch: ({ id }) => desk.showBlock(id),
  });
  const [findAsked, setFindAsked] = useState({});
  const openFind = () => {
    viewing.showPost();
    find.open(selectedWords());
    setFindAsked({});
  };
  const closeFind = () => {
    find.close();
    if (!find.current) return focusSoon('.desk-post .block-body[tabindex="0"]');
    desk.revealBlock(find.current.id, true);
    selectSoon(find.current);
  };
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const add = async (kind: NewKind) => {
    if (!wrapUp) return;
    viewing.showPost();
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
    tray: viewing.foldTray,
    preview: viewing.foldPreview,
    details: () => drawer.openDetails(),
    'add-note': () => void add('note'),
    'add-heading': () => void add('heading'),
    'add-raw': () => void add('raw'),
  };
  useDeskKeys((action) => actions[action]());
  const editMarkdown = ({ start, end }: { start: number; end: number }) => {
    viewing.showPreview({ previewAs: 'markdown' });
    selectInSoon('.markdown-editor textarea', start, end);
  };
  const run = (command: DeskCommand | PostCommand) => {
    setOverlay(null);
    if ('action' in command) return actions[command.action]();
    viewing.showPost();
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
  return (
    <main class="desk">
      <DeskHead
        {...{ desk, wrapUp, viewing, actions, ways, way }}
        hasDetailsOpen={drawer.opened?.of === 'details'}
        onDetails={() => (drawer.opened?.of === 'details' ? drawer.close() : drawer.openDetails())}
        onChecks={() => {
          viewing.showPreview();
          focusSoon('#desk-checks button', '.draft-error button');
        }}
        taken={takeAway.done}
        onTake={take}
      />
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
        onColumn={(column) => viewing.set({ column })}
        tray={
          <TrayRegion
            desk={desk}
            view={view}
            onView={viewing.set}
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
              onDetail={drawer.openDetails}
              onFields={drawer.openFields}
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
              onShowAs={(previewAs) => viewing.set({ previewAs })}
              follows={view.follow}
              onFollow={(follow) => viewing.set({ follow })}
              onOpen={openTarget}
              onHover={(target) => postLights.current?.light(target && rowOf(target))}
              lights={previewLights}
              focusedId={focusedId}
            />
          )
        }
        drawer={<DeskDrawer desk={desk} wrapUp={wrapUp} drawer={drawer} />}
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
