import { GripVertical, LayoutTemplate } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { Part } from '../../lib/core/post/item.ts';
import { Icon } from '../ui/Icon.tsx';
import { InsertPoint } from './InsertPoint.tsx';
import { flowing, plainPreview } from './preview-text.ts';
import { RowButtons } from './RowButtons.tsx';
import { partEntries } from './row-menu.ts';
import { type RowProps, rowClass } from './row-props.ts';

/** What a row shows for a part of the template. */
export interface PartLook {
  name: string;
  /** Markdown that it prints; '' for nothing. */
  text: string;
  /** True if it follows the template in everything: words, place and visibility. */
  untouched: boolean;
  /** It was written by hand, and the template has changed since. */
  outdated: boolean;
  /** The template no longer has this part. */
  gone: boolean;
}

export interface PartRowProps extends RowProps {
  item: Part;
  look: PartLook;
  onByHand(id: string): void;
  onReset(id: string): void;
}

/** A part of the template in the list: one thin line with its name and its first words. */
export function PartRow(props: PartRowProps) {
  const { item, look, current, open } = props;
  const { name } = look;
  const tabIndex = current ? 0 : -1;
  const tag = look.outdated
    ? t('part_outdated_tag')
    : item.byHand
      ? t('part_by_hand_tag')
      : undefined;
  return (
    <li class={rowClass(props, 'part-row')} data-id={item.id} data-kind="part">
      <span class="grip" aria-hidden="true" title={t('popup_drag')}>
        <Icon of={GripVertical} />
      </span>
      <button
        type="button"
        class="clip-main"
        tabIndex={tabIndex}
        aria-expanded={open}
        aria-pressed={props.selected}
        onClick={(event) => props.onPress(item.id, event)}
      >
        <Icon of={LayoutTemplate} label={t('popup_kind_part')} class="kind" />
        <span class="part-line">
          <span class="part-name">{name}</span>{' '}
          {item.hidden && <span class="tag">{t('popup_hidden_tag')}</span>}{' '}
          {tag && <span class={look.outdated ? 'tag part-news' : 'tag'}>{tag}</span>}{' '}
          <span class="part-words" dir="auto">
            {plainPreview(flowing(look.text)) || t('part_prints_nothing')}
          </span>
        </span>
      </button>
      <RowButtons
        item={item}
        look={look}
        open={open}
        tabIndex={tabIndex}
        onHide={props.onHide}
        entries={partEntries(props)}
      />
      {open && props.children}
      {props.canInsert && (
        <InsertPoint
          label={t('popup_insert_below', name)}
          tabIndex={tabIndex}
          canLand
          onInsert={(what) => props.onInsert(what, item.id)}
        />
      )}
    </li>
  );
}
