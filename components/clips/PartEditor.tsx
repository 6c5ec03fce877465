import { PenLine, Trash2, Undo2 } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Part } from '../../lib/core/post/item.ts';
import { keepMine, takeOver } from '../../lib/render/parts/by-hand.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { PartLook } from './PartRow.tsx';
import { flowing } from './preview-text.ts';

export interface PartEditorProps {
  item: Part;
  look: PartLook;
  /** What the template prints for it; undefined if the template no longer has this part. */
  output: string | undefined;
  onText(note: string): void;
  onHide(hidden: boolean): void;
  onByHand(): void;
  onReset(): void;
  onTakeOver(changes: Pick<Part, 'note' | 'base'>, clash: boolean): void;
  onKeepMine(changes: Pick<Part, 'base'>): void;
  onClose(): void;
}

/**
 * The editor of a part of the template: its words as they are printed, or those written by hand.
 */
export function PartEditor(props: PartEditorProps) {
  const { item, look, output } = props;
  return (
    <div class="clip-editor part-editor">
      {item.byHand ? (
        <>
          <TextField
            label={t('part_words', look.name)}
            value={item.note}
            lines={2}
            fieldName="note"
            links="text"
            asTyped
            maxLength={limits.note}
            onText={props.onText}
          />
          {look.outdated && output !== undefined && (
            <Changed {...props} before={item.base} after={output} />
          )}
        </>
      ) : (
        <>
          {look.text === '' ? (
            <p class="quiet">{t('part_prints_nothing')}</p>
          ) : (
            <p class="part-text" dir="auto">
              {flowing(look.text)}
            </p>
          )}
          <p class="quiet">{t('part_follows')}</p>
        </>
      )}
      <CheckBox label={t('part_left_out')} checked={item.hidden} onChange={props.onHide} />
      <div class="row">
        <button type="button" class="button" onClick={props.onClose}>
          {t('popup_done')}
        </button>
        <span class="grow" />
        {!item.byHand && (
          <button
            type="button"
            class="button quiet"
            disabled={look.text.length > limits.note}
            onClick={props.onByHand}
          >
            <Icon of={PenLine} />
            {t('part_by_hand')}
          </button>
        )}
        {item.byHand && !look.outdated && (
          <button type="button" class="button quiet" onClick={props.onReset}>
            <Icon of={look.gone ? Trash2 : Undo2} />
            {t(look.gone ? 'popup_delete' : 'part_back')}
          </button>
        )}
      </div>
    </div>
  );
}

/**
 * Shows the template's earlier and current words, and what can be done with the ones written by
 * hand.
 */
function Changed(props: PartEditorProps & { before: string; after: string }) {
  const { item, look, before, after } = props;
  return (
    <section class="part-changed" aria-label={t('part_changed_of', look.name)}>
      <p>{t('part_changed')}</p>
      <dl>
        <dt>{t('part_before_label')}</dt>
        <dd dir="auto">{flowing(before) || t('part_nothing')}</dd>
        <dt>{t('part_now_label')}</dt>
        <dd dir="auto">{flowing(after) || t('part_nothing')}</dd>
      </dl>
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() => {
            const { changes, clash } = takeOver(item, after);
            props.onTakeOver(changes, clash);
          }}
        >
          {t('part_take_over')}
        </button>
        <button type="button" class="button" onClick={() => props.onKeepMine(keepMine(after))}>
          {t('part_keep_mine')}
        </button>
        <button type="button" class="button" onClick={props.onReset}>
          {t('part_back')}
        </button>
      </div>
    </section>
  );
}
