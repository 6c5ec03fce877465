import { Link } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { type LinkUse, linkKeys } from './link-field.ts';

interface LinkButtonProps {
  fieldId: string;
  fieldLabel: string;
  use: LinkUse;
}

/**
 * Opens the choice of a link in a field, as Ctrl/Cmd+K does there; `TextLinks` handles the click.
 */
export function LinkButton({ fieldId, fieldLabel, use }: LinkButtonProps) {
  const name = t(use === 'address' ? 'link_choose_address' : 'link_add');
  return (
    <button
      type="button"
      class="icon-button small link-button"
      aria-label={t('link_button', name, fieldLabel)}
      title={`${name} (${linkKeys()})`}
      data-link-for={fieldId}
    >
      <Icon of={Link} />
    </button>
  );
}
