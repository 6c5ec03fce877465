import { ArrowDownToLine, ArrowUpToLine, EllipsisVertical, Inbox, ListEnd } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { Landing } from '../../lib/core/post/wrap-up.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';

interface LandingLineProps {
  landing: Landing;
  /** Where it can go; default: everywhere. */
  goals?: readonly Landing[];
  onLand(landing: Landing): void;
}

/** The line below which new clips land, and where it can be moved. */
export function LandingLine({ landing, goals: wanted, onLand }: LandingLineProps) {
  const goals = [
    { to: 'end', label: t('popup_landing_end'), icon: ListEnd },
    { to: 'start', label: t('popup_landing_start'), icon: ArrowUpToLine },
    { to: 'tray', label: t('popup_landing_tray'), icon: Inbox },
  ] as const;
  return (
    <div class="landing-line">
      <Icon of={ArrowDownToLine} />
      <span>{t(landing === 'tray' ? 'popup_landing_line_tray' : 'popup_landing_line')}</span>
      <Menu
        small
        label={t('popup_landing_change')}
        icon={EllipsisVertical}
        entries={goals
          .filter(({ to }) => to !== landing && (wanted?.includes(to) ?? true))
          .map(({ to, label, icon }) => ({ label, icon, onPick: () => onLand(to) }))}
      />
    </div>
  );
}
