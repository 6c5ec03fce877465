import { listed, t } from '../../lib/client/i18n.ts';
import type { OpenedFile } from '../../lib/core/post/wrap-up.ts';

const names: Readonly<Record<string, () => string>> = {
  title: () => t('popup_title'),
  date: () => t('popup_date'),
  draft: () => t('popup_draft_flag'),
  tags: () => t('popup_tags'),
  extraFields: () => t('popup_extra_fields'),
};

/** Says which changed fields are missing in the file; shows nothing if none are. */
export function UnwrittenNote({ keys, name }: { keys: readonly string[]; name: string }) {
  if (keys.length === 0) return null;
  const fields = listed(keys.map((key) => (Object.hasOwn(names, key) && names[key]?.()) || key));
  return (
    <p class="banner" role="status">
      {t('post_details_unwritten', name, fields)}
    </p>
  );
}

/** Explains how the details relate to the file that a post was opened from. */
export function OpenedNote({ opened }: { opened: OpenedFile }) {
  const { name, frontMatter, brokenAt, locked } = opened;
  if (brokenAt !== undefined) return <p class="hint">{t('post_details_broken', name, brokenAt)}</p>;
  if (frontMatter === undefined) return <p class="hint">{t('post_details_bare', name)}</p>;
  return (
    <p class="hint">
      {t('post_details', name)}
      {locked.length > 0 && (
        <>
          {' '}
          {t('post_details_locked', listed(locked.map((detail) => names[detail]?.() ?? detail)))}
        </>
      )}
    </p>
  );
}
