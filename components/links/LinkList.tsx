import { Check, Clipboard } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { LinkTarget } from '../../lib/clips/link-targets.ts';
import { Icon } from '../ui/Icon.tsx';
import { OptionList } from '../ui/OptionList.tsx';
import { targetDetail, targetKinds, targetTitle } from './target-kinds.ts';

/** A target, or `ask`: the user wants suggestions from the clipboard, too. */
export type LinkChoice = LinkTarget | 'ask';

interface LinkListProps {
  id: string;
  choices: readonly LinkChoice[];
  /** Index of the target that Enter chooses. */
  active: number;
  onChoose(choice: LinkChoice): void;
}

/** The targets to choose from; the focus stays in the field, whose keys move through them. */
export function LinkList({ id, choices, active, onChoose }: LinkListProps) {
  return (
    <OptionList
      id={id}
      label={t('link_targets')}
      options={choices}
      active={active}
      keyOf={(choice) => (choice === 'ask' ? choice : choice.url)}
      draw={(choice) =>
        choice === 'ask' ? (
          <>
            <Icon of={Clipboard} />
            <span class="link-ask">{t('link_ask_clipboard')}</span>
            <span class="quiet">{t('link_ask_clipboard_hint')}</span>
          </>
        ) : (
          <Target target={choice} />
        )
      }
      onChoose={onChoose}
    />
  );
}

function Target({ target }: { target: LinkTarget }) {
  return (
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
  );
}
