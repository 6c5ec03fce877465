import { TrayGroup } from '../../components/tray/TrayGroup.tsx';
import { t } from '../../lib/client/i18n.ts';
import type { DeskContext } from './use-desk.ts';

/** What was clipped and is not in the post. */
export function TrayRegion({ desk }: { desk: DeskContext }) {
  const { wrapUp, actions, places } = desk;
  if (!wrapUp) return null;
  const moveTo = (ids: readonly string[], id: string) => {
    const title = places.find((place) => place.id === id)?.title ?? '';
    void actions.moveToPlace(ids, id, title || t('popup_untitled'));
  };
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
      onMoveTo={moveTo}
      onDelete={(ids) => void actions.deleteItems(ids)}
      onLand={(to) => void actions.land(wrapUp.id, to)}
      reveal={desk.reveal}
      onReveal={desk.revealBlock}
    />
  );
}
