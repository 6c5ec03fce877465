import { CalendarPlus, X } from 'lucide';
import type { Difference } from '../../lib/core/fill-from-event.ts';
import { type MessageKey, t } from '../hooks/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface FillFromPageProps {
  /** Whether the page says it is about an event. */
  found: boolean;
  /** Why nothing could be filled, in a sentence; '' otherwise. */
  problem: string;
  /** What the last filling changed; null before. */
  changes: readonly Difference[] | null;
  onFill(): void;
  onClose(): void;
}

const labels: Record<Difference['field'], MessageKey> = {
  title: 'popup_title',
  event: 'popup_event_group',
  startsAt: 'popup_starts',
  timeZone: 'popup_time_zone',
  venue: 'popup_venue',
  organiser: 'popup_organiser',
  speaker: 'popup_speaker',
};

/** Takes the event of the open page, and shows what that changed. */
export function FillFromPage({ found, problem, changes, onFill, onClose }: FillFromPageProps) {
  return (
    <div class="fill">
      <div class="row wrap">
        <button type="button" class="button" onClick={onFill}>
          <Icon of={CalendarPlus} />
          {t('popup_fill')}
        </button>
        {found && <span class="quiet">{t('popup_event_found')}</span>}
      </div>
      <div role="status">
        {problem && <p class="problem">{problem}</p>}
        {changes && (
          <div class="changes">
            <div class="row">
              <p class="changes-title">
                {t(changes.length > 0 ? 'popup_changed' : 'popup_changed_nothing')}
              </p>
              <span class="grow" />
              <IconButton small icon={X} label={t('popup_changed_close')} onClick={onClose} />
            </div>
            {changes.length > 0 && (
              <dl>
                {changes.map((change) => (
                  <div key={`${change.field} ${change.to}`}>
                    <dt>{t(labels[change.field])}</dt>
                    <dd dir="auto">
                      {change.from && <del>{readable(change.from)}</del>}{' '}
                      <ins>{readable(change.to) || t('popup_changed_empty')}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** A stored start as one reads it. */
function readable(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2})T(?=\d{2}:)/, '$1 ');
}
