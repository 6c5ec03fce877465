import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ChecksPanel } from '../../components/checks/ChecksPanel.tsx';
import { createCheckActions } from '../../components/hooks/use-check-actions.ts';
import { useChecks } from '../../components/hooks/use-checks.ts';
import { useDraft } from '../../components/hooks/use-draft.ts';
import { useReadItems } from '../../components/hooks/use-items.ts';
import { usePostReader } from '../../components/hooks/use-post-reader.ts';
import { useReadStyle } from '../../components/hooks/use-profile.ts';
import { readingMs, useSlow } from '../../components/hooks/use-slow.ts';
import { useTakeAway } from '../../components/hooks/use-take-away.ts';
import { useTextEdit } from '../../components/hooks/use-text-edit.ts';
import { useUsedClips } from '../../components/hooks/use-tray.ts';
import { useUnwritten } from '../../components/hooks/use-unwritten.ts';
import { NoLibrary } from '../../components/library/NoLibrary.tsx';
import { UnwrittenNote } from '../../components/posts/OpenedNote.tsx';
import { DraftView } from '../../components/preview/DraftView.tsx';
import { type DraftTarget, targetOfFinding } from '../../components/preview/draft-blocks.ts';
import { KeptPicture } from '../../components/preview/KeptPicture.tsx';
import { MarkdownEditor } from '../../components/preview/MarkdownEditor.tsx';
import { PictureToDos } from '../../components/preview/PictureToDos.tsx';
import { SiteFolder } from '../../components/preview/SiteFolder.tsx';
import { ProgressBar } from '../../components/ui/ProgressBar.tsx';
import type { TabProps } from '../../components/ui/tab-props.ts';
import { t, tCount } from '../../lib/client/i18n.ts';
import type { Undo } from '../../lib/client/notice.ts';
import { keepViewPart, loadView } from '../../lib/client/view-state.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';

interface DraftTabProps extends Pick<TabProps, 'showNotice'> {
  wrapUp: WrapUp | undefined;
  inbox: boolean;
  /** Items of the wrap-up that are not in its post. */
  tray: readonly Item[];
  onPlaceAll(ids: readonly string[]): void;
  offerUndo(undo: Undo): void;
  /** Goes to the source of a block of the draft. */
  onOpen(target: DraftTarget): void;
}

export function DraftTab(props: DraftTabProps) {
  const { wrapUp, inbox, tray, showNotice, offerUndo } = props;
  const readItems = useReadItems(wrapUp?.id);
  const readStyle = useReadStyle(wrapUp?.styleId);
  const { value: items } = readItems;
  const profile = readStyle.value?.profile;
  const used = useUsedClips(tray, wrapUp?.id);
  const left = tray.filter(({ id, tray: state }) => state === 'waiting' && !used.has(id));
  const draft = useDraft(wrapUp, items, profile, loadView().draftTopPx === 0);
  const checked = useChecks({ wrapUp, items, profile, draft });

  const unwritten = useUnwritten(wrapUp);
  const [shownAs, setShownAs] = useState(() => loadView().draftAs);
  const [isEditing, setIsEditing] = useState(false);
  const editText = useTextEdit({ wrapUp, items, profile, draft });
  const checkActions = createCheckActions({
    ...{ style: readStyle.value, offerUndo, showNotice, editText },
  });
  const readPost = usePostReader(shownAs === 'post', profile);
  const { act, done, task, site, folder } = useTakeAway({
    wrapUp,
    items,
    profile,
    draft,
    showNotice,
  });
  const isStuck = useSlow(wrapUp !== undefined && !(items && profile), readingMs);
  if (!wrapUp) {
    return (
      <div class="empty">
        <h2>{t(inbox ? 'popup_inbox_no_post_title' : 'popup_no_draft_title')}</h2>
        <p>{t(inbox ? 'popup_inbox_no_post_text' : 'popup_no_draft_text')}</p>
      </div>
    );
  }

  const unread = readItems.failed ?? readStyle.failed;
  if (unread) return <NoLibrary why={unread.code} wrapUpId={wrapUp.id} />;
  if (isStuck) return <NoLibrary why="slow" wrapUpId={wrapUp.id} />;

  return (
    <DraftView
      draft={draft}
      done={done}
      hasPictures={
        (items?.some((item) => item.kind === 'image') || wrapUp.files !== undefined) ?? false
      }
      hasFolder={site.possible}
      startTopPx={loadView().draftTopPx}
      onScrolled={(draftTopPx) => keepViewPart({ draftTopPx })}
      onOpen={props.onOpen}
      title={wrapUp.title}
      shownAs={shownAs}
      onShowAs={(draftAs) => {
        setShownAs(draftAs);
        // The two views have different heights.
        keepViewPart({ draftAs, draftTopPx: 0 });
      }}
      readPost={readPost}
      keptPicture={keptPicture}
      editor={
        isEditing && draft.state === 'ready' ? (
          <MarkdownEditor
            text={draft.text}
            onEdit={editText}
            startTopPx={loadView().draftTopPx}
            onScrolled={(draftTopPx) => keepViewPart({ draftTopPx })}
          />
        ) : undefined
      }
      onEditText={setIsEditing}
      onAction={act}
      onOptions={() => void browser.runtime.openOptionsPage()}
    >
      {task.progress && (
        <ProgressBar
          label={t('popup_exporting')}
          {...task.progress}
          hint={t('popup_exporting_hint')}
          onCancel={task.cancel}
        />
      )}
      {left.length > 0 && (
        <p class="banner">
          {tCount('draft_left', left.length)}{' '}
          <button
            type="button"
            class="text-button"
            onClick={() => props.onPlaceAll(left.map(({ id }) => id))}
          >
            {t('tray_place_all')}
          </button>
        </p>
      )}
      {wrapUp.opened && <UnwrittenNote keys={unwritten} name={wrapUp.opened.name} />}
      <SiteFolder site={site} folder={folder} />
      {draft.state === 'ready' && (
        <PictureToDos
          wrapUpId={wrapUp.id}
          missing={draft.missing}
          items={items ?? []}
          showNotice={showNotice}
          offerUndo={offerUndo}
        />
      )}
      {checked && draft.state === 'ready' && (
        <ChecksPanel
          text={checked.text}
          // Missing pictures are listed above, with actions for each.
          findings={checked.findings.filter(({ rule }) => rule !== 'picture-missing')}
          folded
          onGo={(finding) => props.onOpen(targetOfFinding(draft.pieces, finding))}
          onFix={(finding) => void checkActions.fix(checked.text, finding)}
          onTurnOff={(rule) => void checkActions.turnOff(rule)}
        />
      )}
    </DraftView>
  );
}

/** It is the same function for all drafts, so none is drawn again because of it. */
const keptPicture = (assetId: string, alt: string) => <KeptPicture assetId={assetId} alt={alt} />;
