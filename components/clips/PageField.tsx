import { useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { parsePdfPage } from '../../lib/core/papers/pdf-page.ts';
import { TextField } from '../ui/TextField.tsx';

interface PageFieldProps {
  page: number | null;
  onPage(page: number | null): void;
}

/** The page of a PDF; empty for none. Anything that is no page number stays only in the field. */
export function PageField({ page, onPage }: PageFieldProps) {
  const [text, setText] = useState<string>();
  const wrong = text !== undefined && parsePdfPage(text) === undefined;
  return (
    <TextField
      label={t('popup_page')}
      value={page === null ? '' : String(page)}
      error={wrong ? t('popup_page_expected') : undefined}
      fieldName="page"
      inputMode="numeric"
      placeholder={t('popup_page_unknown')}
      keepAfterBlur={(held) => parsePdfPage(held) === undefined}
      onText={(typed) => {
        setText(typed);
        const parsed = parsePdfPage(typed);
        if (parsed !== undefined) onPage(parsed);
      }}
    />
  );
}
