import { SlidersHorizontal } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Item, Quote } from '../../lib/core/post/item.ts';
import type { Edit } from '../clips/ClipEditor.tsx';
import { ImageFields } from '../clips/ImageFields.tsx';
import { kindOf } from '../clips/kinds.ts';
import { LinkFields } from '../clips/LinkFields.tsx';
import { MomentFields } from '../clips/MomentFields.tsx';
import { OwnWords } from '../clips/OwnWords.tsx';
import { QuoteMarkdown, type QuoteSteps } from '../clips/QuoteMarkdown.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';

export interface BlockEditorProps {
  item: Item;
  /** The site shows raw HTML in Markdown. */
  rawHtml: boolean;
  /** The text that names a quote's source now. */
  attribution: string;
  /** All quotes of the same clip, in the post's order. */
  blocks?: readonly Quote[] | undefined;
  quoteSteps: QuoteSteps;
  pictureUrl: string;
  pictureLoading: boolean;
  onEdit: Edit;
  /** Replaces the picture of a picture clip. */
  onFile(file: File): void;
  onChoose?: (() => void) | undefined;
  /** Opens all settings, beside the post. */
  onFields(): void;
  onDone(): void;
}

/** Edits a block's Markdown in place; other settings are one step further. */
export function BlockEditor(props: BlockEditorProps) {
  return (
    <>
      <Fields {...props} />
      <div class="row block-editor-foot">
        <button type="button" class="button quiet" onClick={props.onFields}>
          <Icon of={SlidersHorizontal} />
          {t('desk_all_fields')}
        </button>
        <span class="grow" />
        <button type="button" class="button quiet" onClick={props.onDone}>
          {t('popup_done')} <kbd>Esc</kbd>
        </button>
      </div>
    </>
  );
}

function Fields(props: BlockEditorProps): ComponentChildren {
  const { item, onEdit } = props;
  switch (item.kind) {
    case 'quote':
      return <QuoteText {...props} item={item} />;
    case 'link':
      return <LinkFields item={item} onEdit={onEdit} />;
    case 'image':
      return <ImageFields {...props} item={item} />;
    case 'moment':
      return <MomentFields item={item} onEdit={onEdit} />;
    default:
      return (
        <OwnWords
          item={item}
          onEdit={onEdit}
          label={t(kindOf(item).name)}
          hideLabel
          class="block-text"
          asTyped={item.kind !== 'section' && (item.kind !== 'note' || item.asTyped === true)}
          placeholder={t(item.kind === 'section' ? 'popup_section_example' : 'desk_note_example')}
        />
      );
  }
}

/** A quote's lead-in, its words with their tools, and the line that names its source. */
function QuoteText({ item, ...props }: BlockEditorProps & { item: Quote }) {
  const { onEdit } = props;
  return (
    <>
      <OwnWords
        item={item}
        onEdit={onEdit}
        hideLabel
        class="block-text lead-in-text"
        placeholder={t('popup_your_words_quote')}
      />
      <QuoteMarkdown
        {...props}
        item={item}
        steps={props.quoteSteps}
        look={{ lines: 2, hideLabel: true, class: 'block-text quote-text' }}
      />
      <TextField
        label={t('popup_attribution')}
        hideLabel
        value={item.attribution === 'custom' ? item.attributionLabel : props.attribution}
        class="attribution-text"
        fieldName="attributionLabel"
        placeholder={t('popup_attribution_none')}
        maxLength={limits.label}
        onText={(text) =>
          onEdit(
            text === ''
              ? { attribution: 'none' }
              : {
                  attribution: 'custom',
                  attributionLabel: text,
                  labelIsMarkdown: true,
                  ...(item.sharesSource ? { sharesSource: false } : {}),
                },
          )
        }
      />
    </>
  );
}
