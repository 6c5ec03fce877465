import { X } from 'lucide';
import { t, tCount } from '../../lib/client/i18n.ts';
import { IconButton } from '../ui/IconButton.tsx';

interface HtmlTablesNoteProps {
  count: number;
  onConvert(): void;
  onDismiss(): void;
}

/**
 * Quotes of older versions contain tables as HTML; nothing is converted unless the user presses the
 * button.
 */
export function HtmlTablesNote({ count, onConvert, onDismiss }: HtmlTablesNoteProps) {
  return (
    <div class="banner row">
      <span class="grow">
        {tCount('popup_html_tables', count)}{' '}
        <button type="button" class="text-button" onClick={onConvert}>
          {t('popup_html_tables_convert')}
        </button>
      </span>
      <IconButton small icon={X} label={t('popup_dismiss')} onClick={onDismiss} />
    </div>
  );
}
