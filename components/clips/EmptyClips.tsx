import { t } from '../../lib/client/i18n.ts';
import type { Landing } from '../../lib/core/post/wrap-up.ts';
import { LandingLine } from './LandingLine.tsx';

interface EmptyClipsProps {
  /** `none`: there is no wrap-up yet; otherwise the kind of place that has no clips. */
  place: 'none' | 'wrap-up' | 'inbox' | 'archived';
  shortcut: string;
  /** Keys and menus that the browser lacks are not explained. */
  hasKeys: boolean;
  hasMenus: boolean;
  onCreate(): void;
  onRestore(): void;
  /** Where the first clip will land; undefined if none can. */
  landing?: 'end' | 'tray' | undefined;
  onLand?(landing: Landing): void;
}

/** Shown while there is nothing yet: says what will be here, and how it gets here. */
export function EmptyClips(props: EmptyClipsProps) {
  const { place, shortcut, onCreate, onRestore, landing, onLand } = props;
  if (place === 'archived') {
    return (
      <div class="empty">
        <h2>{t('popup_archived_title')}</h2>
        <p>{t('popup_archived_text')}</p>
        <button type="button" class="button" onClick={onRestore}>
          {t('popup_archived_restore')}
        </button>
      </div>
    );
  }
  if (place === 'inbox') {
    return (
      <div class="empty">
        <h2>{t('popup_inbox_empty_title')}</h2>
        <p>{t('popup_inbox_empty_text')}</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <h2>{t(place === 'none' ? 'popup_start_title' : 'popup_empty_title')}</h2>
      <p>{t(place === 'none' ? 'popup_start_text' : 'popup_empty_text')}</p>
      <ol class="ways">
        {props.hasKeys && (
          <li>
            {t('popup_way_shortcut')}{' '}
            {shortcut ? <kbd>{shortcut}</kbd> : t('popup_way_shortcut_not_set')}
          </li>
        )}
        {props.hasMenus && <li>{t('popup_way_menu')}</li>}
        <li>{t('popup_way_popup')}</li>
      </ol>
      {place === 'wrap-up' && landing && onLand && (
        <section class="first-landing">
          <LandingLine landing={landing} goals={['end', 'tray']} onLand={onLand} />
          <p>{t(landing === 'tray' ? 'popup_landing_first_tray' : 'popup_landing_first')}</p>
        </section>
      )}
      {place === 'none' && (
        <button type="button" class="button" onClick={onCreate}>
          {t('popup_new_wrap_up')}
        </button>
      )}
    </div>
  );
}
