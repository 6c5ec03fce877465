import { Inbox } from 'lucide';
import type { Ref, RefObject } from 'preact';
import { useImperativeHandle, useMemo, useRef, useState } from 'preact/hooks';
import { LandingLine } from '../../components/clips/LandingLine.tsx';
import { partName } from '../../components/clips/part-name.ts';
import { shortName } from '../../components/clips/preview-text.ts';
import { useTrash } from '../../components/hooks/use-trash.ts';
import { Outline } from '../../components/tray/Outline.tsx';
import { dropAfter, outlineRows, rowOver, underRow } from '../../components/tray/outline-rows.ts';
import { TrayClips } from '../../components/tray/TrayClips.tsx';
import { TrayFold } from '../../components/tray/TrayFold.tsx';
import { TrayTrash } from '../../components/tray/TrayTrash.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import type { DeskView } from '../../lib/client/desk-view.ts';
import { t } from '../../lib/client/i18n.ts';
import type { ListSnapshot } from '../../lib/client/live-list.ts';
import type { DeskContext } from './use-desk.ts';

interface TrayRegionProps {
  desk: DeskContext;
  view: Pick<DeskView, 'clips' | 'outline' | 'trash'>;
  onView(changes: Partial<DeskView>): void;
  /** Gets the position of the post's cursor. */
  cursor: Ref<TrayCursor>;
  /** The block of the post that last had the focus. */
  focusedId: RefObject<string | undefined>;
  /** Called with the block that was placed below it; the next one goes below that. */
  onPlaced(id: string): void;
  /** Goes to a block of the post. */
  onGo(id: string): void;
}

export interface TrayCursor {
  /** Another block of the post got the focus. */
  at(id: string): void;
}

/** The clips, and what to do with them; the post's outline, and what was deleted from it. */
export function TrayRegion(props: TrayRegionProps) {
  const { desk, view, onView, onPlaced, onGo } = props;
  const { wrapUp, actions } = desk;
  const [cursorId, setCursorId] = useState(props.focusedId.current);
  useImperativeHandle(props.cursor, () => ({ at: setCursorId }));
  /** It was placed a moment ago: the list does not show it yet, but the next clip goes below it. */
  const ahead = useRef<string>(undefined);
  if (!wrapUp) return null;
  const list = desk.rows;
  const isShown = (id: string) => list?.ids.includes(id) === true;
  if (ahead.current !== undefined && isShown(ahead.current)) ahead.current = undefined;
  const isThere = cursorId !== undefined && (isShown(cursorId) || cursorId === ahead.current);
  const block = isThere
    ? (list?.get(cursorId) ?? desk.tray.find(({ id }) => id === cursorId))
    : undefined;
  const name = block && (block.kind === 'part' ? partName(block, wrapUp) : shortName(block));
  return (
    <>
      {wrapUp.landing === 'tray' ? (
        <LandingLine landing="tray" onLand={(to) => void actions.land(wrapUp.id, to)} />
      ) : (
        <button
          type="button"
          class="text-button tray-lands"
          onClick={() => void actions.land(wrapUp.id, 'tray')}
        >
          <Icon of={Inbox} />
          {t('tray_land')}
        </button>
      )}
      <TrayClips
        key={wrapUp.id}
        tray={desk.tray}
        post={desk.items}
        used={desk.used}
        shown={view.clips}
        onShow={(clips) => onView({ clips })}
        goesTo={
          name === undefined
            ? t('tray_goes_landing')
            : t('tray_goes_below', name || t('popup_empty_note'))
        }
        places={desk.places}
        pictureUrl={desk.pictureUrl}
        onPlace={(placing) => {
          const last = placing.at(-1);
          const placed = actions.place(wrapUp.id, placing, isThere ? cursorId : undefined);
          if (!isThere || last === undefined) return;
          ahead.current = last;
          void placed.then((isPlaced) => {
            if (!isPlaced) ahead.current = undefined;
          });
          onPlaced(last);
        }}
        onAside={(aside, isAside) => void actions.putAside(aside, isAside)}
        onMoveTo={desk.moveTo}
        onDelete={(gone) => void actions.deleteItems(gone)}
        onReveal={onGo}
        onDrop={(id, after) =>
          desk.tray.some((clip) => clip.id === id)
            ? void actions.place(wrapUp.id, [id], after)
            : void actions.moveItems([id], after)
        }
      />
      <TrayFold
        id="tray-outline"
        title={t('outline_title')}
        isOpen={view.outline}
        onToggle={(outline) => onView({ outline })}
      >
        {list && !list.partial && (
          <OutlineOf desk={desk} list={list} cursorId={cursorId} onGo={onGo} />
        )}
      </TrayFold>
      <TrayFold
        id="tray-trash"
        title={t('trash_title')}
        isOpen={view.trash}
        onToggle={(trash) => onView({ trash })}
      >
        <TrashOf key={wrapUp.id} desk={desk} wrapUpId={wrapUp.id} />
      </TrayFold>
    </>
  );
}

interface OutlineOfProps extends Pick<TrayRegionProps, 'desk' | 'onGo'> {
  cursorId: string | undefined;
  list: ListSnapshot;
}

function OutlineOf({ desk, list, cursorId, onGo }: OutlineOfProps) {
  const rows = useMemo(() => outlineRows(list), [list]);
  return (
    <Outline
      rows={rows}
      hereId={rowOver(list, rows, cursorId)}
      under={(id) => underRow(list, id)}
      onGo={onGo}
      onStep={(id, by) => desk.actions.moveSection(id, by)}
      onDrop={(id, aboveId) => {
        const after = dropAfter(list, rows, id, aboveId);
        if (after !== undefined) void desk.actions.moveItems(underRow(list, id), after);
      }}
    />
  );
}

function TrashOf({ desk, wrapUpId }: { desk: DeskContext; wrapUpId: string }) {
  return <TrayTrash trash={useTrash(desk, wrapUpId)} pictureUrl={desk.pictureUrl} />;
}
