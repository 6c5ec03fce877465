import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { holdsHtmlTable } from '../../lib/render/html-table.ts';
import { Choice } from '../ui/Choice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { OwnWords } from './OwnWords.tsx';
import { PaperFields } from './PaperFields.tsx';
import { QuoteMarkdown, type QuoteMarkdownProps } from './QuoteMarkdown.tsx';

interface QuoteFieldsProps extends Omit<QuoteMarkdownProps, 'look'> {
  /** Shows what is known about a PDF. */
  children?: ComponentChildren;
}

/** A quote: the note-taker's words, its Markdown, and how it names its source. */
export function QuoteFields({ children, ...quote }: QuoteFieldsProps) {
  const { item, rawHtml, onEdit } = quote;
  return (
    <>
      <OwnWords
        item={item}
        onEdit={onEdit}
        placeholder={t('popup_your_words_quote')}
        hint={t('popup_link_source_hint')}
      />
      <QuoteMarkdown {...quote} look={{ lines: 3, code: true }} />
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
          value={item.sharesSource ? 'shared' : item.attribution}
          options={[
            { value: 'host-path', label: t('popup_attribution_host_path') },
            { value: 'title', label: t('popup_attribution_title') },
            // Without a heading above the words, the source can't be named by its section.
            ...(item.source.heading === '' && item.attribution !== 'section'
              ? []
              : [{ value: 'section' as const, label: t('popup_attribution_section') }]),
            { value: 'custom', label: t('popup_attribution_custom') },
            { value: 'shared', label: t('popup_attribution_shared') },
            { value: 'none', label: t('popup_attribution_none') },
          ]}
          onChoice={(chosen) =>
            onEdit(
              chosen === 'shared'
                ? { sharesSource: true }
                : { attribution: chosen, ...(item.sharesSource ? { sharesSource: false } : {}) },
            )
          }
        />
      </div>
      {item.attribution === 'custom' && !item.sharesSource && (
        <TextField
          label={t('popup_attribution_label')}
          value={item.attributionLabel}
          fieldName="attributionLabel"
          maxLength={limits.label}
          hint={t('popup_attribution_label_hint')}
          onText={(attributionLabel) => onEdit({ attributionLabel, labelIsMarkdown: true })}
        />
      )}
      <PaperFields item={item} onEdit={onEdit}>
        {children}
      </PaperFields>
    </>
  );
}
