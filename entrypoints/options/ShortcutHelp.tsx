import { t } from '../../components/hooks/i18n.ts';

interface ShortcutHelpProps {
  /** As the browser has it; '' where none is set. */
  shortcut: string;
  /** Where the browser lets it be changed; '' where pages cannot open that. */
  settingsUrl: string;
  onOpen(url: string): void;
}

/** The real key, and the way to another one. */
export function ShortcutHelp({ shortcut, settingsUrl, onOpen }: ShortcutHelpProps) {
  return (
    <section>
      <h2>{t('options_shortcut')}</h2>
      <p class="row wrap">
        {t('options_shortcut_is')}{' '}
        {shortcut ? <kbd>{shortcut}</kbd> : t('options_shortcut_not_set')}
      </p>
      {settingsUrl ? (
        <button type="button" class="button" onClick={() => onOpen(settingsUrl)}>
          {t('options_shortcut_change')}
        </button>
      ) : (
        <p class="quiet">{t('options_shortcut_firefox')}</p>
      )}
    </section>
  );
}
