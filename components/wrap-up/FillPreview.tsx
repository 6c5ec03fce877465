import { CalendarPlus, Check } from 'lucide';
import { useState } from 'preact/hooks';
import { type MessageKey, t, tCount } from '../../lib/client/i18n.ts';
import type { Proposal } from '../../lib/details/fill-from-event.ts';
import { Icon } from '../ui/Icon.tsx';

interface FillPreviewProps {
  proposals: readonly Proposal[];
  onFill(proposals: readonly Proposal[]): void;
  /** Nothing is ticked in advance, because it is guessed from sentences. */
  isGuess?: boolean;
}

const labels: Record<Proposal['field'], MessageKey> = {
  title: 'popup_title',
  event: 'popup_event_group',
  startsAt: 'popup_starts',
  timeZone: 'popup_time_zone',
  venue: 'popup_venue',
  venueAddress: 'popup_fill_street',
  organiser: 'popup_organiser',
  speaker: 'popup_speaker',
  recording: 'popup_recording',
  slides: 'link_kind_slides',
  talkTitle: 'popup_talk_title',
};

/**
 * What would change, field by field, each with a check box. Empty fields are ticked; the
 * note-taker's text is replaced only if they tick it.
 */
export function FillPreview({ proposals, onFill, isGuess = false }: FillPreviewProps) {
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isTicked = ({ key, effect }: Proposal) =>
    ticked.get(key) ?? (effect === 'fills' && !isGuess);
  const chosen = proposals.filter(isTicked);
  if (proposals.length === 0) {
    return (
      <p class="fill-same quiet" role="status">
        <Icon of={Check} />
        {t('popup_fill_same')}
      </p>
    );
  }
  const rows = (
    <ul class="fill-rows">
      {proposals.map((proposal) => (
        <FillRow
          key={proposal.key}
          proposal={proposal}
          ticked={isTicked(proposal)}
          onTick={(on) => setTicked(withTick(ticked, proposals, proposal, on))}
        />
      ))}
    </ul>
  );
  const action = (
    <div class="fill-action">
      <button
        type="button"
        class="button primary"
        disabled={chosen.length === 0}
        onClick={() => {
          setTicked(new Map());
          onFill(chosen);
        }}
      >
        <Icon of={CalendarPlus} />
        {t(isGuess ? 'fill_post_go' : 'popup_fill')}
      </button>
    </div>
  );
  if (proposals.some(({ effect }) => effect === 'fills')) {
    return (
      <>
        {rows}
        {action}
      </>
    );
  }
  const count = proposals.length;
  return (
    <details class="fill-left">
      <summary>{tCount('popup_fill_left', count)}</summary>
      {rows}
      {action}
    </details>
  );
}

/** At most one of two starts can be ticked: the page's own, or the same in another time zone. */
function withTick(
  ticked: ReadonlyMap<string, boolean>,
  proposals: readonly Proposal[],
  { key, field }: Proposal,
  on: boolean,
): ReadonlyMap<string, boolean> {
  const next = new Map(ticked).set(key, on);
  if (on && field === 'startsAt') {
    for (const other of proposals) {
      if (other.field === field && other.key !== key) next.set(other.key, false);
    }
  }
  return next;
}

interface FillRowProps {
  proposal: Proposal;
  ticked: boolean;
  onTick(on: boolean): void;
}

function FillRow({ proposal, ticked, onTick }: FillRowProps) {
  const { field, from, to, effect, knownFrom } = proposal;
  return (
    <li>
      <label class={ticked ? 'fill-row' : 'fill-row off'}>
        <input
          type="checkbox"
          checked={ticked}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        <span class="fill-field">{t(labels[field])}</span>
        <span class="fill-value">
          <span class="fill-text">
            {from && (
              <>
                <del dir="auto">{readable(from)}</del> <span aria-hidden="true">→</span>{' '}
                <span class="visually-hidden">{t('popup_fill_becomes')} </span>
              </>
            )}
            <ins dir="auto">{withAddresses(readable(to))}</ins>
          </span>
          {effect !== 'fills' && (
            <>
              {' '}
              <span class="tag">
                {t(effect === 'replaces' ? 'popup_fill_replaces' : 'popup_fill_suggests')}
              </span>
            </>
          )}
          {knownFrom && <span class="quiet">{t('popup_fill_known', knownFrom)}</span>}
        </span>
      </label>
    </li>
  );
}

/** Formats a stored start for reading. */
function readable(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2})T(?=\d{2}:)/, '$1 ');
}

/**
 * Shows addresses beside the names that they belong to, smaller, and without their common prefix.
 */
function withAddresses(text: string) {
  return text.split(' · ').map((part, at) =>
    /^https?:\/\//.test(part) ? (
      <span key={`${at} ${part}`} class="quiet">
        {at > 0 && ' · '}
        {part.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')}
      </span>
    ) : (
      `${at > 0 ? ' · ' : ''}${part}`
    ),
  );
}
