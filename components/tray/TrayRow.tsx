import { Archive, ArchiveRestore, CornerLeftUp, FolderInput, Link2, Trash2 } from 'lucide';
import { t, tCount } from '../../lib/client/i18n.ts';
import { sourceAddress } from '../../lib/clips/clip-source.ts';
import { type Item, inboxId } from '../../lib/core/post/item.ts';
import type { Place } from '../clips/ClipEditor.tsx';
import { kindOf } from '../clips/kinds.ts';
import { shortAddress, shortName } from '../clips/preview-text.ts';
import { RowContent } from '../clips/RowContent.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';

export interface TrayRowProps {
  item: Item;
  pictureUrl: string;
  /** The row the keyboard is on: its controls are the group's tab stops. */
  current: boolean;
  /** How many items of the post link to it. */
  usedIn: number;
  places: readonly Place[];
  onPlace(): void;
  onAside(isAside: boolean): void;
  onMoveTo(placeId: string): void;
  onDelete(): void;
  /** Goes to the first item that links to it. */
  onUsed(): void;
}

/** A clip that is not in the post. Its main button places it. */
export function TrayRow(props: TrayRowProps) {
  const { item, usedIn } = props;
  const tabIndex = props.current ? 0 : -1;
  const kind = kindOf(item);
  const name = shortName(item);
  const isAside = item.tray === 'aside';
  return (
    <li
      class={`clip tray-row${item.seenAt === null ? ' unseen' : ''}`}
      data-id={item.id}
      data-tray={item.tray}
    >
      <button
        type="button"
        class="clip-main"
        tabIndex={tabIndex}
        title={t('tray_place')}
        onClick={props.onPlace}
      >
        <Icon of={kind.icon} label={t(kind.name)} class="kind" />
        {item.seenAt === null && (
          <span class="dot" role="img" aria-label={t('popup_unseen')} title={t('popup_unseen')} />
        )}
        <span class="clip-text">
          <RowContent item={item} pictureUrl={props.pictureUrl} />
        </span>
      </button>
      {'source' in item && (
        <p class="src">
          <span class="cut">
            <bdi>{shortAddress(sourceAddress(item))}</bdi>
          </span>
          {usedIn > 0 && (
            <button
              type="button"
              class="text-button used"
              tabIndex={tabIndex}
              title={t('tray_used_go', name)}
              onClick={props.onUsed}
            >
              <Icon of={Link2} />
              {tCount('tray_used', usedIn)}
            </button>
          )}
        </p>
      )}
      <span class="act">
        <IconButton
          small
          icon={CornerLeftUp}
          label={t('tray_place_one', name)}
          tabIndex={tabIndex}
          onClick={props.onPlace}
        />
        <IconButton
          small
          icon={isAside ? ArchiveRestore : Archive}
          label={isAside ? t('tray_take_up', name) : t('tray_put_aside', name)}
          tabIndex={tabIndex}
          onClick={() => props.onAside(!isAside)}
        />
        <Menu
          small
          icon={FolderInput}
          label={t('tray_move', name)}
          tabIndex={tabIndex}
          entries={props.places.map(({ id, title }) => ({
            label: id === inboxId ? t('popup_inbox') : title || t('popup_untitled'),
            icon: FolderInput,
            onPick: () => props.onMoveTo(id),
          }))}
        />
        <IconButton
          small
          icon={Trash2}
          label={t('tray_delete', name)}
          tabIndex={tabIndex}
          onClick={props.onDelete}
        />
      </span>
    </li>
  );
}
