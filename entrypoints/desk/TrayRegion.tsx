import type { Ref, RefObject } from 'preact';
import { useImperativeHandle, useRef, useState } from 'preact/hooks';
import { LandingLine } from '../../components/clips/LandingLine.tsx';
import { partName } from '../../components/clips/part-name.ts';
import { shortName } from '../../components/clips/preview-text.ts';
import { type ClipsShown, TrayClips } from '../../components/tray/TrayClips.tsx';
import { t } from '../../lib/client/i18n.ts';
import type { DeskContext } from './use-desk.ts';

interface TrayRegionProps {
  desk: DeskContext;
  clips: ClipsShown;
  onClips(shown: ClipsShown): void;
  /** Told where the cursor of the post is. */
  cursor: Ref<TrayCursor>;
  /** The block of the post that had the focus last. */
  focusedId: RefObject<string | undefined>;
  /** Told of the block that was placed below it, and is the next to place one below. */
  onPlaced(id: string): void;
  /** Leads to a block of the post. */
  onGo(id: string): void;
}

export interface TrayCursor {
  /** Another block of the post has got the focus. */
  at(id: string): void;
}

/** What was clipped, and what is to become of it. */
export function TrayRegion(props: TrayRegionProps) {
  const { desk, clips, onClips, onPlaced, onGo } = props;
  const { wrapUp, actions, parts, library } = desk;
  const [cursorId, setCursorId] = useState(props.focusedId.current);
  useImperativeHandle(props.cursor, () => ({ at: setCursorId }));
  /** Placed a moment ago: the list does not show it yet, and the next clip goes below it. */
  const ahead = useRef<string>(undefined);
  if (!wrapUp) return null;
  const list = parts ?? library.list;
  const isShown = (id: string) => list?.ids.includes(id) === true;
  if (ahead.current !== undefined && isShown(ahead.current)) ahead.current = undefined;
  const isThere = cursorId !== undefined && (isShown(cursorId) || cursorId === ahead.current);
  const block = isThere
    ? (list?.get(cursorId) ?? desk.tray.find(({ id }) => id === cursorId))
    : undefined;
  const name = block && (block.kind === 'part' ? partName(block, wrapUp) : shortName(block));
  return (
    <>
      {wrapUp.landing === 'tray' && (
        <LandingLine landing="tray" onLand={(to) => void actions.land(wrapUp.id, to)} />
      )}
      <TrayClips
        key={wrapUp.id}
        tray={desk.tray}
        post={desk.items}
        used={desk.used}
        shown={clips}
        onShow={onClips}
        goesTo={name === undefined ? t('tray_goes_landing') : t('tray_goes_below', name)}
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
      />
    </>
  );
}
