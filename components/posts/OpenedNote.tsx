import { listed, t } from '../../lib/client/i18n.ts';
import type { OpenedFile } from '../../lib/core/post/wrap-up.ts';

/** What the details are to the file that a post was opened from. */
export function OpenedNote({ opened }: { opened: OpenedFile }) {
  const { name, frontMatter, brokenAt, locked } = opened;
  if (brokenAt !== undefined) return <p class="hint">{t('post_details_broken', name, brokenAt)}</p>;
  if (frontMatter === undefined) return <p class="hint">{t('post_details_bare', name)}</p>;
  const names = {
    title: t('popup_title'),
    date: t('popup_date'),
    draft: t('popup_draft_flag'),
    tags: t('popup_tags'),
    extraFields: t('popup_extra_fields'),
  };
  return (
    <p class="hint">
      {t('post_details', name)}
      {locked.length > 0 && (
        <> {t('post_details_locked', listed(locked.map((detail) => names[detail])))}</>
      )}
    </p>
  );
}
