import { TrayGroup } from '../../components/tray/TrayGroup.tsx';
import type { DeskContext } from './use-desk.ts';

/** What was clipped and is not in the post. */
export function TrayRegion({ desk }: { desk: DeskContext }) {
  const { wrapUp, actions, places } = desk;
  if (!wrapUp) return null;
  return (
    <TrayGroup
      key={wrapUp.id}
      items={desk.tray}
      used={desk.used}
      landsHere={wrapUp.landing === 'tray'}
      startsOpen
      places={places}
      pictureUrl={desk.pictureUrl}
      onPlace={(ids) => void actions.place(wrapUp.id, ids)}
      onAside={(ids, isAside) => void actions.putAside(ids, isAside)}
      onMoveTo={desk.moveTo}
      onDelete={(ids) => void actions.deleteItems(ids)}
      onLand={(to) => void actions.land(wrapUp.id, to)}
      reveal={desk.reveal}
      onReveal={desk.revealBlock}
    />
  );
}
