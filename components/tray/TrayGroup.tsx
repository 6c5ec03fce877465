import { ChevronDown, ChevronRight } from 'lucide';
import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Landing } from '../../lib/core/post/wrap-up.ts';
import type { Place } from '../clips/ClipEditor.tsx';
import type { Reveal } from '../clips/ClipList.tsx';
import { LandingLine } from '../clips/LandingLine.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TrayList } from './TrayList.tsx';

/** How many rows are rendered at first; the others on request. */
const rowsAtFirst = 100;

interface TrayGroupProps {
  /** The waiting clips, and those set aside. */
  items: readonly Item[];
  /** Ids of the post's items that link to a clip, by the clip's id. */
  used: ReadonlyMap<string, readonly string[]>;
  /** True if new clips land here. */
  landsHere: boolean;
  /** Starts unfolded, for example because a search found something in it. */
  startsOpen: boolean;
  /** Wrap-ups and the inbox, without this one. */
  places: readonly Place[];
  pictureUrl(assetId: string): string;
  onPlace(ids: readonly string[]): void;
  onAside(ids: readonly string[], isAside: boolean): void;
  onMoveTo(ids: readonly string[], placeId: string): void;
  onDelete(ids: readonly string[]): void;
  onLand(landing: Landing): void;
  /** The row to scroll to and focus. */
  reveal: Reveal | null;
  /** Goes to an item of the post. */
  onReveal(id: string): void;
}

/** The clips that are not in the post, to be placed one after the other. */
export function TrayGroup(props: TrayGroupProps) {
  const { items } = props;
  const [isOpen, setOpen] = useState(props.landsHere);
  const [showsAside, setShowsAside] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  // A new object repeats the request, also for the row that has the focus already.
  const [goTo, setGoTo] = useState<Reveal | null>(null);

  const waiting = items.filter((item) => item.tray === 'waiting');
  const aside = items.filter((item) => item.tray === 'aside');
  const open = isOpen || props.startsOpen;
  const given = [...waiting, ...(showsAside || props.startsOpen ? aside : [])];
  const shown = showsAll ? given : given.slice(0, rowsAtFirst);

  const { reveal } = props;
  const revealed = items.find(({ id }) => id === reveal?.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each `reveal`, as soon as its row is there
  useLayoutEffect(() => {
    if (revealed === undefined) return;
    setOpen(true);
    if (revealed.tray === 'aside') setShowsAside(true);
    setGoTo({ id: revealed.id });
  }, [reveal, revealed?.id]);

  if (items.length === 0 && !props.landsHere) return null;
  return (
    <section class="tray" aria-label={t('tray_title')}>
      <button type="button" class="tray-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of={open ? ChevronDown : ChevronRight} />
        {t('tray_count', waiting.length)}
      </button>
      {props.landsHere && <LandingLine landing="tray" onLand={props.onLand} />}
      {open && (
        <>
          <TrayList
            groups={[{ name: t('tray_title'), items: shown }]}
            used={props.used}
            places={props.places}
            pictureUrl={props.pictureUrl}
            reveal={goTo}
            onOpen={(id) => props.onPlace([id])}
            onAside={props.onAside}
            onMoveTo={props.onMoveTo}
            onDelete={props.onDelete}
            onReveal={props.onReveal}
          />
          <div class="tray-foot">
            {given.length > shown.length && (
              <button type="button" class="text-button" onClick={() => setShowsAll(true)}>
                {t('tray_show_all', given.length)}
              </button>
            )}
            {waiting.length > 1 && (
              <button
                type="button"
                class="text-button"
                onClick={() => props.onPlace(waiting.map(({ id }) => id))}
              >
                {t('tray_place_all')}
              </button>
            )}
            {aside.length > 0 && (
              <button
                type="button"
                class="text-button"
                aria-expanded={showsAside}
                onClick={() => setShowsAside(!showsAside)}
              >
                {t('tray_aside_count', aside.length)}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
