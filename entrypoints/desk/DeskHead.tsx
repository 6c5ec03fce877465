import { Keyboard, PanelLeft, PanelRight, Redo2, Undo2 } from 'lucide';
import { CheckCount } from '../../components/desk/CheckCount.tsx';
import type { DeskAction } from '../../components/desk/commands.ts';
import { DetailsChip } from '../../components/desk/DetailsChip.tsx';
import { ExportButton } from '../../components/desk/ExportButton.tsx';
import { SavedState } from '../../components/desk/SavedState.tsx';
import { TitleField } from '../../components/desk/TitleField.tsx';
import { useSaveState } from '../../components/hooks/use-save-state.ts';
import type { DraftAction } from '../../components/preview/DraftView.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { t, tCount } from '../../lib/client/i18n.ts';
import { edit, writer } from '../../lib/client/services.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { DeskContext } from './use-desk.ts';
import type { DeskViewing } from './use-desk-view.ts';

interface DeskHeadProps {
  desk: DeskContext;
  wrapUp: WrapUp;
  viewing: DeskViewing;
  actions: Readonly<Record<DeskAction, () => void>>;
  hasDetailsOpen: boolean;
  onDetails(): void;
  /** Shows what is to be checked, or why there is no draft. */
  onChecks(): void;
  /** The ways out that there are, and the one that the button takes. */
  ways: readonly DraftAction[];
  way: DraftAction;
  taken: DraftAction | null;
  onTake(way: DraftAction): void;
}

/** The bar at the top of the desk: title, details, checks, steps, the way out. */
export function DeskHead(props: DeskHeadProps) {
  const { desk, wrapUp, viewing, actions } = props;
  const { view, room } = viewing;
  const saving = useSaveState();
  const isNarrow = room === 'one';
  const toCheck = desk.checked?.findings.length ?? 0;
  const toCheckText = tCount('desk_to_check', toCheck);
  const saved = <SavedState saving={saving} onRetry={() => writer.retry()} />;
  // In one column they are beside the title, because the row below has no room for them.
  const steps = (
    <>
      {isNarrow && saved}
      <IconButton icon={Undo2} label={t('popup_undo')} onClick={actions.undo} />
      <IconButton icon={Redo2} label={t('popup_redo')} onClick={actions.redo} />
    </>
  );
  return (
    <header class="desk-head">
      {!isNarrow && (
        <IconButton
          icon={PanelLeft}
          label={t('desk_tray_fold')}
          expanded={view.tray}
          onClick={viewing.foldTray}
        />
      )}
      <TitleField
        key={wrapUp.id}
        title={wrapUp.title}
        onText={(text) => void edit('wrapUp', wrapUp.id, wrapUp, { title: text })}
      />
      {isNarrow && steps}
      <div class="desk-actions">
        <DetailsChip wrapUp={wrapUp} isOpen={props.hasDetailsOpen} onToggle={props.onDetails} />
        <span class="grow" />
        {toCheck > 0 && (
          <CheckCount
            label={toCheckText}
            shown={isNarrow ? String(toCheck) : toCheckText}
            onShow={props.onChecks}
          />
        )}
        {desk.draft.state === 'failed' && (
          <CheckCount
            label={t('desk_no_draft')}
            shown={isNarrow ? '' : t('desk_no_draft')}
            onShow={props.onChecks}
          />
        )}
        {!isNarrow && saved}
        {!isNarrow && (
          <IconButton
            icon={Keyboard}
            label={t('command_keys')}
            keys={{ aria: 'Shift+?', shown: '?' }}
            popup="dialog"
            onClick={actions.keys}
          />
        )}
        {!isNarrow && steps}
        <button type="button" class="button quiet" onClick={actions.done}>
          {t('done_title')}
        </button>
        <ExportButton
          way={props.way}
          ways={props.ways}
          done={props.taken}
          isReady={desk.draft.state === 'ready'}
          onTake={props.onTake}
        />
      </div>
      {room === 'three' && (
        <IconButton
          icon={PanelRight}
          label={t('desk_preview_fold')}
          expanded={view.preview}
          onClick={viewing.foldPreview}
        />
      )}
    </header>
  );
}
