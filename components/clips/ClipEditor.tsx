import { Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import type { ItemEdits, SecretCuts } from '../../lib/core/post/edits.ts';
import { type Item, inboxId, type Quote } from '../../lib/core/post/item.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ImageFields } from './ImageFields.tsx';
import { LinkFields } from './LinkFields.tsx';
import { MomentFields } from './MomentFields.tsx';
import { NoteFields } from './NoteFields.tsx';
import { QuoteFields } from './QuoteFields.tsx';
import type { QuoteSteps } from './QuoteMarkdown.tsx';
import { SecretNote } from './SecretNote.tsx';

export type Edit = (changes: ItemEdits) => void;

/** A place where an item can be. */
export interface Place {
  id: string;
  title: string;
}

interface ClipEditorProps {
  item: Item;
  pictureUrl: string;
  /** The site shows raw HTML in Markdown. */
  rawHtml: boolean;
  /** True while the bytes of its picture are loading. */
  pictureLoading: boolean;
  /** Wrap-ups and the inbox. */
  places: readonly Place[];
  /** How to read the clip's PDF for missing facts. */
  readPdf?: ComponentChildren;
  /** Which details of its wrap-up it can fill. */
  facts?: ComponentChildren;
  /** All quotes of the same clip, in the post's order. */
  blocks?: readonly Quote[] | undefined;
  /** Splits a quote into two rows, and joins two rows into one. */
  quoteSteps?: QuoteSteps | undefined;
  onEdit: Edit;
  /** Cuts out what looks like a password in the clip's addresses. */
  onCutSecrets(changes: SecretCuts): void;
  /** Replaces the picture of a picture clip. */
  onFile(file: File): void;
  /** Given if a file cannot be chosen here; opens a page where it can. */
  onChoose?: (() => void) | undefined;
  onMoveTo(placeId: string): void;
  onDelete(): void;
  onClose(): void;
}

/** The editor of an open row; every change is saved as it is made. */
export function ClipEditor(props: ClipEditorProps) {
  const { item, onEdit } = props;
  return (
    <div class="clip-editor">
      <SecretNote item={item} onCut={props.onCutSecrets} />
      <KindFields {...props} />
      {props.facts}
      <div class="two">
        <Choice
          label={t('popup_place')}
          value={item.wrapUpId}
          options={props.places.map((place) => ({
            value: place.id,
            label: place.id === inboxId ? t('popup_inbox') : place.title || t('popup_untitled'),
          }))}
          onChoice={props.onMoveTo}
        />
        <CheckBox
          label={t('popup_hidden')}
          checked={item.hidden}
          onChange={(hidden) => onEdit({ hidden })}
        />
      </div>
      <div class="row">
        <button type="button" class="button" onClick={props.onClose}>
          {t('popup_done')}
        </button>
        <span class="grow" />
        <button type="button" class="button quiet" onClick={props.onDelete}>
          <Icon of={Trash2} />
          {t('popup_delete')}
        </button>
      </div>
    </div>
  );
}

function KindFields(props: ClipEditorProps) {
  const { item, rawHtml, readPdf, onEdit } = props;
  switch (item.kind) {
    case 'quote':
      return (
        <QuoteFields
          item={item}
          rawHtml={rawHtml}
          onEdit={onEdit}
          blocks={props.blocks}
          steps={props.quoteSteps}
        >
          {readPdf}
        </QuoteFields>
      );
    case 'link':
      return (
        <LinkFields item={item} onEdit={onEdit}>
          {readPdf}
        </LinkFields>
      );
    case 'image':
      return <ImageFields {...props} item={item} />;
    case 'moment':
      return <MomentFields item={item} onEdit={onEdit} />;
    case 'note':
    case 'section':
    case 'raw':
    case 'part':
      return <NoteFields item={item} onEdit={onEdit} />;
  }
}
