import type { MissingPicture } from '../../lib/exporters/exporter.ts';
import { t } from '../hooks/i18n.ts';

const reasons = {
  'no-bytes': 'popup_missing_no_bytes',
  'shown-from-site': 'popup_missing_shown_from_site',
  'unsafe-name': 'popup_missing_unsafe_name',
  'name-taken': 'popup_missing_name_taken',
  'only-named': 'popup_missing_only_named',
} as const satisfies Record<MissingPicture['reason'], string>;

/** What is still to be done before the post shows all its pictures; nothing where nothing is. */
export function MissingPictures({ missing }: { missing: readonly MissingPicture[] }) {
  if (missing.length === 0) return null;
  return (
    <section class="draft-missing" role="status" aria-label={t('popup_missing_pictures')}>
      <p class="warn">{t('popup_missing_pictures')}</p>
      <ul>
        {missing.map(({ path, reason }) => (
          <li key={`${path} ${reason}`}>
            <code>{path}</code> {t(reasons[reason])}
          </li>
        ))}
      </ul>
    </section>
  );
}
