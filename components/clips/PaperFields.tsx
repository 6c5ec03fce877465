import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import {
  hasPages,
  isOfPaper,
  paperDate,
  sourceAuthor,
  sourceTitle,
} from '../../lib/clips/clip-source.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { parsePublished } from '../../lib/core/papers/published-label.ts';
import type { LinkClip, Quote } from '../../lib/core/post/item.ts';
import { TextField } from '../ui/TextField.tsx';
import type { Edit } from './ClipEditor.tsx';
import { PageField } from './PageField.tsx';

interface PaperFieldsProps {
  item: Quote | LinkClip;
  onEdit: Edit;
  /** Shown under the fields, for a clip of a PDF. */
  children?: ComponentChildren;
}

/** A paper's title, authors, date and page; nothing for a clip of no paper. */
export function PaperFields({ item, onEdit, children }: PaperFieldsProps) {
  if (!isOfPaper(item)) return null;
  const published = paperDate(item);
  const wrong = published !== '' && parsePublished(published) === undefined;
  return (
    <fieldset class="paper-fields">
      <legend>{t('popup_paper')}</legend>
      <div class="two">
        {hasPages(item) && (
          <PageField page={item.page ?? null} onPage={(page) => onEdit({ page })} />
        )}
        <TextField
          label={t('popup_paper_published')}
          value={published}
          fieldName="sourcePublished"
          placeholder={t('popup_paper_published_example')}
          error={wrong ? t('popup_paper_published_expected') : undefined}
          maxLength={40}
          onText={(sourcePublished) => onEdit({ sourcePublished })}
        />
      </div>
      {item.kind === 'quote' && (
        <TextField
          label={t('popup_paper_title')}
          value={sourceTitle(item)}
          fieldName="sourceTitle"
          maxLength={limits.title}
          onText={(title) => onEdit({ sourceTitle: title })}
        />
      )}
      <TextField
        label={t('popup_paper_authors')}
        value={sourceAuthor(item)}
        fieldName="sourceAuthor"
        maxLength={limits.label}
        onText={(author) => onEdit({ sourceAuthor: author })}
      />
      {hasPages(item) && children}
    </fieldset>
  );
}
