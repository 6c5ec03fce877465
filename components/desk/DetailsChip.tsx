import { CalendarDays } from 'lucide';
import { locale, t, tCount } from '../../lib/client/i18n.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { shortDateInWords } from '../../lib/core/time/date-words.ts';
import { Icon } from '../ui/Icon.tsx';

interface DetailsChipProps {
  wrapUp: WrapUp;
  isOpen: boolean;
  onToggle(): void;
}

/**
 * The evening in one line, and a button for its details: the button covers the line and has its
 * text as its name.
 */
export function DetailsChip({ wrapUp, isOpen, onToggle }: DetailsChipProps) {
  const { event, venue, speakers } = wrapUp;
  const facts = [
    shortDateInWords(event.startsAt, locale()),
    venue.name,
    speakers.length > 0 ? tCount('desk_speakers', speakers.length) : '',
  ].filter(Boolean);
  return (
    <div class="details-chip">
      <button
        type="button"
        id="desk-details"
        aria-expanded={isOpen}
        aria-controls={isOpen ? 'details-drawer' : undefined}
        onClick={onToggle}
      >
        <Icon of={CalendarDays} />
        {t('popup_details')}
      </button>
      {facts.length > 0 && (
        <span class="details-facts">
          {facts.map((fact) => (
            <span key={fact}>
              <bdi>{fact}</bdi>
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
