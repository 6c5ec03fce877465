import { RotateCcw } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { capturedMarkdown } from '../../lib/clips/captured-markdown.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Quote } from '../../lib/core/post/item.ts';
import { sameWords } from '../../lib/core/text/words.ts';
import { holdsHtmlTable } from '../../lib/render/html-table.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Edit } from './ClipEditor.tsx';
import { PaperFields } from './PaperFields.tsx';

interface QuoteFieldsProps {
  item: Quote;
  /** The site shows raw HTML in Markdown. */
  rawHtml: boolean;
  onEdit: Edit;
  /** Stands with what is known of a PDF. */
  children?: ComponentChildren;
}

/** A quote: the note-taker's words, its Markdown, how it names its source. */
export function QuoteFields({ item, rawHtml, onEdit, children }: QuoteFieldsProps) {
  const captured = capturedMarkdown(item, rawHtml);
  return (
    <>
      <TextField
        label={t('popup_your_words')}
        value={item.note}
        lines={1}
        fieldName="note"
        links="text"
        placeholder={t('popup_your_words_quote')}
        hint={t('popup_link_source_hint')}
        maxLength={limits.note}
        onText={(note) => onEdit({ note })}
      />
      <TextField
        label={t('popup_markdown')}
        value={item.editedMarkdown ?? captured}
        lines={3}
        code
        fieldName="markdown"
        links="words"
        maxLength={limits.quoteMarkdown}
        hint={<WordsState item={item} onEdit={onEdit} />}
        onText={(markdown) => onEdit({ editedMarkdown: markdown === captured ? null : markdown })}
      />
      {!rawHtml && holdsHtmlTable(item.editedMarkdown ?? item.markdown) && (
        <p class="field-hint warn">{t('clip_html_table')}</p>
      )}
      <div class="two">
        <Choice
          label={t('popup_form')}
          value={item.form}
          options={[
            { value: 'quote', label: t('popup_form_quote') },
            { value: 'bullet', label: t('popup_form_bullet') },
          ]}
          onChoice={(form) => onEdit({ form })}
        />
        <Choice
          label={t('popup_attribution')}
          value={item.attribution}
          options={[
            { value: 'host-path', label: t('popup_attribution_host_path') },
            { value: 'title', label: t('popup_attribution_title') },
            // Where there is no heading above the words, there is nothing to call it by.
            ...(item.source.heading === '' && item.attribution !== 'section'
              ? []
              : [{ value: 'section' as const, label: t('popup_attribution_section') }]),
            { value: 'custom', label: t('popup_attribution_custom') },
            { value: 'none', label: t('popup_attribution_none') },
          ]}
          onChoice={(attribution) => onEdit({ attribution })}
        />
      </div>
      {item.attribution === 'custom' && (
        <TextField
          label={t('popup_attribution_label')}
          value={item.attributionLabel}
          fieldName="attributionLabel"
          maxLength={limits.label}
          onText={(attributionLabel) => onEdit({ attributionLabel })}
        />
      )}
      <PaperFields item={item} onEdit={onEdit}>
        {children}
      </PaperFields>
    </>
  );
}

/** Whether the words are still the source's, and the way back to them. */
function WordsState({ item, onEdit }: { item: Quote; onEdit: Edit }) {
  if (item.editedMarkdown === null) return <>{t('popup_words_unchanged')}</>;
  const same = sameWords(item.editedMarkdown, item.markdown);
  return (
    <span class="row wrap">
      <span class={same ? undefined : 'warn'}>
        {same ? t('popup_words_same') : t('popup_words_differ')}
      </span>
      <button type="button" class="text-button" onClick={() => onEdit({ editedMarkdown: null })}>
        <Icon of={RotateCcw} />
        {t('popup_words_back')}
      </button>
    </span>
  );
}
