import { ExternalLink } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { capturedMarkdown } from '../../lib/clips/captured-markdown.ts';
import { sourceAtWords } from '../../lib/clips/source-at-words.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Quote } from '../../lib/core/post/item.ts';
import { joinHalves } from '../../lib/quotes/join-halves.ts';
import type { Halves } from '../../lib/quotes/split-quote.ts';
import { holdsHtmlTable } from '../../lib/render/html-table.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Edit } from './ClipEditor.tsx';
import { PaperFields } from './PaperFields.tsx';
import { QuoteTools } from './QuoteTools.tsx';
import { WordsState } from './WordsState.tsx';

/** What makes two rows of a quote, and one of two. */
export interface QuoteSteps {
  /** @param text the Markdown that the halves are made of */
  onSplit(quote: Quote, halves: Halves, text: string): void;
  /** @param markdown the words of both */
  onJoin(halves: readonly [Quote, Quote], markdown: string): void;
  onBack(quote: Quote): void;
}

interface QuoteFieldsProps {
  item: Quote;
  /** The site shows raw HTML in Markdown. */
  rawHtml: boolean;
  onEdit: Edit;
  /** All quotes of the same clip, in the post's order; default: it alone. */
  blocks?: readonly Quote[] | undefined;
  /** What is done to more than this row; absent: it is all there is. */
  steps?: QuoteSteps | undefined;
  /** Stands with what is known of a PDF. */
  children?: ComponentChildren;
}

/** A quote: the note-taker's words, its Markdown, how it names its source. */
export function QuoteFields({
  item,
  rawHtml,
  onEdit,
  blocks = [item],
  steps,
  children,
}: QuoteFieldsProps) {
  const captured = capturedMarkdown(item, rawHtml);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const halves = halvesOf(item, blocks);
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
        hint={
          <WordsState
            item={item}
            captured={captured}
            blocks={blocks}
            onBack={() => (halves && steps ? steps.onBack(item) : onEdit({ editedMarkdown: null }))}
          />
        }
        controlRef={field}
        onText={(markdown) => onEdit({ editedMarkdown: markdown === captured ? null : markdown })}
      />
      <QuoteTools
        field={field}
        onSplit={steps && ((both, text) => steps.onSplit(item, both, text))}
        onJoin={
          halves &&
          steps &&
          (() => {
            const [first, second] = halves;
            const texts = { first: wordsIn(first, rawHtml), second: wordsIn(second, rawHtml) };
            steps.onJoin(halves, joinHalves(texts, captured));
          })
        }
      >
        <SourceLink item={item} />
      </QuoteTools>
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
            // Where there is no heading above the words, there is nothing to call it by.
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

const wordsIn = (quote: Quote, rawHtml: boolean) =>
  quote.editedMarkdown ?? capturedMarkdown(quote, rawHtml);

/** The quote with the half beside it: the one below or, for the last, the one above. */
export function halvesOf(
  item: Quote,
  blocks: readonly Quote[],
): readonly [Quote, Quote] | undefined {
  const halves = blocks.filter(({ editedMarkdown }) => editedMarkdown !== null);
  const at = halves.indexOf(item);
  const [above, below] = [halves[at - 1], halves[at + 1]];
  if (at < 0) return undefined;
  return below ? [item, below] : above ? [above, item] : undefined;
}

/** A real link: in all other ways browsers do not scroll to words (Chromium 156, Firefox 153). */
export function SourceLink({ item }: { item: Quote }) {
  const address = useMemo(() => sourceAtWords(item), [item.text, item.editedMarkdown, item.page]);
  if (address === undefined) return null;
  return (
    <a class="text-button source-link" href={address} target="_blank" rel="noreferrer">
      <Icon of={ExternalLink} />
      {t(address.includes(':~:') ? 'quote_open_at_words' : 'quote_open')}
    </a>
  );
}
