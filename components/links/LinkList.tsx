import { Check } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { LinkTarget } from '../../lib/clips/link-targets.ts';
import { Icon } from '../ui/Icon.tsx';
import { OptionList } from '../ui/OptionList.tsx';
import { targetDetail, targetKinds, targetTitle } from './target-kinds.ts';

interface LinkListProps {
  id: string;
  targets: readonly LinkTarget[];
  /** Index of the target that Enter chooses. */
  active: number;
  onChoose(target: LinkTarget): void;
}

/** The targets to choose from; the focus stays in the field, whose keys move through them. */
export function LinkList({ id, targets, active, onChoose }: LinkListProps) {
  return (
    <OptionList
      id={id}
      label={t('link_targets')}
      options={targets}
      active={active}
      keyOf={({ url }) => url}
      draw={(target) => (
        <>
          <Icon of={targetKinds[target.kind].icon} label={t(targetKinds[target.kind].name)} />
          <span class="link-title" dir="auto">
            {targetTitle(target)}
          </span>
          <span class="quiet" dir="auto">
            {targetDetail(target)}
          </span>
          {target.used && <Icon of={Check} label={t('link_used')} class="used" />}
        </>
      )}
      onChoose={onChoose}
    />
  );
}
