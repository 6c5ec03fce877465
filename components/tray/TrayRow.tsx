import { Archive, ArchiveRestore, Check, CornerLeftUp, FolderInput, Link2, Trash2 } from 'lucide';
import { t, tCount } from '../../lib/client/i18n.ts';
import { sourceAddress } from '../../lib/clips/clip-source.ts';
import { type Item, inboxId } from '../../lib/core/post/item.ts';
import type { Place } from '../clips/ClipEditor.tsx';
import { kindOf } from '../clips/kinds.ts';
import { previewText, shortAddress, shortName } from '../clips/preview-text.ts';
import { RowContent } from '../clips/RowContent.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { memo } from '../ui/memo.ts';

export interface TrayRowProps {
  item: Item;
  pictureUrl: string;
  /** The row of the keyboard focus: its controls are the group's tab stops. */
  current: boolean;
  /** How many items of the post link to it. */
  usedIn: number;
  places: readonly Place[];
  /** Only its words, cut at the end of the line. */
  oneLine: boolean;
  onOpen(id: string): void;
  onAside(id: string, isAside: boolean): void;
  onMoveTo(id: string, placeId: string): void;
  onDelete(id: string): void;
  /** Goes to the first item that links to it. */
  onUsed(id: string): void;
}

/** A clip of the tray, which its main button places; or one of the post, to which it leads. */
export const TrayRow = memo<TrayRowProps>(
  Row,
  (before, after) =>
    before.item === after.item &&
    before.pictureUrl === after.pictureUrl &&
    before.current === after.current &&
    before.usedIn === after.usedIn &&
    before.places === after.places,
);

function Row(props: TrayRowProps) {
  const { item, usedIn, oneLine } = props;
  const { id } = item;
  const tabIndex = props.current ? 0 : -1;
  const kind = kindOf(item);
  const name = shortName(item) || t(kind.name);
  const isAside = item.tray === 'aside';
  const isPlaced = item.tray === undefined;
  const classes = [
    'clip tray-row',
    oneLine ? 'one-line' : '',
    item.seenAt === null ? 'unseen' : '',
  ];
  return (
    <li class={classes.filter(Boolean).join(' ')} data-id={id} data-tray={item.tray ?? 'placed'}>
      <button
        type="button"
        class="clip-main"
        tabIndex={tabIndex}
        title={isPlaced ? t('tray_go', name) : t('tray_place')}
        onClick={() => props.onOpen(id)}
      >
        <Icon of={kind.icon} label={t(kind.name)} class="kind" />
        {item.seenAt === null && (
          <span class="dot" role="img" aria-label={t('popup_unseen')} title={t('popup_unseen')} />
        )}
        {oneLine ? (
          <span class="clip-text" dir="auto">
            {previewText(item) || <span class="quiet">{name}</span>}
          </span>
        ) : (
          <span class="clip-text">
            <RowContent item={item} pictureUrl={props.pictureUrl} />
          </span>
        )}
      </button>
      {!oneLine && 'source' in item && (
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
              onClick={() => props.onUsed(id)}
            >
              <Icon of={Link2} />
              {tCount('tray_used', usedIn)}
            </button>
          )}
        </p>
      )}
      <span class="act">
        {!isPlaced && (
          <>
            <IconButton
              small
              icon={CornerLeftUp}
              label={t('tray_place_one', name)}
              tabIndex={tabIndex}
              onClick={() => props.onOpen(id)}
            />
            <IconButton
              small
              icon={isAside ? ArchiveRestore : Archive}
              label={isAside ? t('tray_take_up', name) : t('tray_put_aside', name)}
              tabIndex={tabIndex}
              onClick={() => props.onAside(id, !isAside)}
            />
          </>
        )}
        <Menu
          small
          icon={FolderInput}
          label={t('tray_move', name)}
          tabIndex={tabIndex}
          entries={props.places.map((place) => ({
            label: place.id === inboxId ? t('popup_inbox') : place.title || t('popup_untitled'),
            icon: FolderInput,
            onPick: () => props.onMoveTo(id, place.id),
          }))}
        />
        <IconButton
          small
          icon={Trash2}
          label={t('tray_delete', name)}
          tabIndex={tabIndex}
          onClick={() => props.onDelete(id)}
        />
      </span>
      {oneLine && (
        <span class="ticks">
          {isAside && <Icon of={Archive} label={t('tray_is_aside')} />}
          {isPlaced && (
            <IconButton
              small
              icon={Check}
              label={t('tray_placed_go', name)}
              tabIndex={tabIndex}
              onClick={() => props.onOpen(id)}
            />
          )}
          {usedIn > 0 && (
            <IconButton
              small
              icon={Link2}
              label={t('tray_used_go', name)}
              tabIndex={tabIndex}
              onClick={() => props.onUsed(id)}
            />
          )}
        </span>
      )}
    </li>
  );
}
