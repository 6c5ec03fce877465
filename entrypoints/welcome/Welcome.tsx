import { DatabaseBackup } from 'lucide';
import { useShortcuts } from '../../components/hooks/use-shortcuts.ts';
import { useToolbarButton } from '../../components/hooks/use-toolbar-button.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { hasCommands } from '../../lib/browser/commands.ts';
import { t } from '../../lib/client/i18n.ts';
import { openLibrary } from '../../lib/client/open-in-tab.ts';
import { keyPlace } from '../../lib/client/shortcuts.ts';
import { FirstPost } from './FirstPost.tsx';
import { Practice } from './Practice.tsx';

/**
 * The page that opens after the installation, and from the options and the popup's menu: how to
 * begin.
 */
export function Welcome() {
  const shortcuts = useShortcuts();
  const isInSight = useToolbarButton();
  const clip = shortcuts?.find(({ name }) => name === 'clip-here');
  return (
    <main class="sections welcome">
      <header>
        <p class="brand">
          <img src="/icon/48.png" width="28" height="28" alt="" /> {t('extension_name')}
        </p>
        <h1>{t('welcome_heading')}</h1>
        <p>{t('welcome_lead')}</p>
      </header>
      <ol class="steps">
        <li>
          <h2>{t('welcome_clip')}</h2>
          {hasCommands() ? (
            shortcuts && <Practice keys={clip?.keys ?? ''} />
          ) : (
            <p>{t('welcome_clip_without_keys')}</p>
          )}
        </li>
        <li>
          <h2>{t('welcome_collect')}</h2>
          <p>{t('welcome_collect_text')}</p>
          {isInSight !== undefined && <p>{buttonText(isInSight)}</p>}
        </li>
        <li>
          <h2>{t('welcome_take')}</h2>
          <p>{t('welcome_take_text')}</p>
        </li>
      </ol>
      <FirstPost />
      <section>
        <h2>{t('welcome_kept')}</h2>
        <p>{t('welcome_kept_text')}</p>
        <button type="button" class="button" onClick={() => void openLibrary()}>
          <Icon of={DatabaseBackup} />
          {t('library_title')}
        </button>
      </section>
      <p class="quiet">{t('welcome_again')}</p>
    </main>
  );
}

function buttonText(isInSight: boolean): string {
  if (isInSight) return t('welcome_button_in_sight');
  return t(keyPlace.isFirefox ? 'welcome_pin_firefox' : 'welcome_pin_chromium');
}
