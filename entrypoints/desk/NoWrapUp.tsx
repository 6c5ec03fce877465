import { Plus } from 'lucide';
import { Icon } from '../../components/ui/Icon.tsx';
import { t } from '../../lib/client/i18n.ts';
import { openLibrary } from '../../lib/client/open-in-tab.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';

interface NoWrapUpProps {
  /** True if the address names a wrap-up that does not exist; false: there are no wrap-ups. */
  isNamed: boolean;
  /** The other wrap-ups, the newest first. */
  others: readonly WrapUp[];
  onCreate(): void;
}

/** A longer list would need a search, like the popup's switcher. */
const most = 8;

/** Replaces the desk if its wrap-up does not exist, or if there are no wrap-ups. */
export function NoWrapUp({ isNamed, others, onCreate }: NoWrapUpProps) {
  return (
    <main class="desk desk-none">
      <div class="empty">
        <h1>{t(isNamed ? 'desk_none_title' : 'desk_first_title')}</h1>
        <p>{t(isNamed ? 'desk_none_text' : 'desk_first_text')}</p>
        <div class="row">
          <button type="button" class="button primary" onClick={onCreate}>
            <Icon of={Plus} />
            {t('popup_new_wrap_up')}
          </button>
          {isNamed && (
            <button type="button" class="button" onClick={() => void openLibrary('trash')}>
              {t('popup_trash')}
            </button>
          )}
        </div>
        {others.length > 0 && (
          <nav aria-label={t('desk_none_others')}>
            <h2>{t('desk_none_others')}</h2>
            <ul>
              {others.slice(0, most).map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${encodeURIComponent(id)}`} dir="auto">
                    {title || t('popup_untitled')}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </main>
  );
}
