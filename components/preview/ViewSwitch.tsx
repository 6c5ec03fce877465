import { t } from '../../lib/client/i18n.ts';

/** How the draft is shown: its Markdown, or what a site makes of it. */
export type DraftViewAs = 'markdown' | 'post';

const views = [
  { as: 'post', label: 'popup_draft_as_page' },
  { as: 'markdown', label: 'popup_draft_as_markdown' },
] as const;

interface ViewSwitchProps {
  selected: DraftViewAs;
  onSelect(as: DraftViewAs): void;
}

export function ViewSwitch({ selected, onSelect }: ViewSwitchProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for answers that are kept in a form
    <div class="view-switch" role="group" aria-label={t('popup_draft_as')}>
      {views.map(({ as, label }) => (
        <button key={as} type="button" aria-pressed={as === selected} onClick={() => onSelect(as)}>
          {t(label)}
        </button>
      ))}
    </div>
  );
}
