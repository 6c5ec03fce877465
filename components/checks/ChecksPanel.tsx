import { TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { CheckId } from '../../lib/checks/check-ids.ts';
import type { Finding } from '../../lib/client/checker.ts';
import { t, tCount } from '../../lib/client/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { checkName, findingText, placeText } from './check-text.ts';

/**
 * The findings of the checks in a post, each with its place, a fix if a safe one exists, and a way
 * to switch the check off. Popup, panel and desk show it with what `useChecks` and
 * `useCheckActions` return; without findings it shows nothing.
 */
export interface ChecksPanelProps {
  /** The text that was checked. */
  text: string;
  findings: readonly Finding[];
  /** Folded under its count, for a narrow page. */
  folded?: boolean;
  /** Goes to the place of the finding. */
  onGo(finding: Finding): void;
  onFix?(finding: Finding): void;
  onTurnOff(rule: CheckId): void;
}

/** How many are listed before the user asks for more. */
const listedAtFirst = 30;

export function ChecksPanel(props: ChecksPanelProps) {
  const { findings, folded } = props;
  if (findings.length === 0) return null;
  const count = tCount('checks_count', findings.length);
  return (
    <section class="draft-panel checks" aria-label={t('checks_title')}>
      {folded ? (
        <details>
          <summary class="warn">{count}</summary>
          <Findings {...props} />
        </details>
      ) : (
        <>
          <h2 class="warn">{count}</h2>
          <Findings {...props} />
        </>
      )}
    </section>
  );
}

function Findings(props: ChecksPanelProps) {
  const { findings } = props;
  const [showsAll, setShowsAll] = useState(false);
  const listed = showsAll ? findings : findings.slice(0, listedAtFirst);
  const seen = new Map<string, number>();
  return (
    <>
      <ul>
        {listed.map((finding) => {
          const name = `${finding.rule} ${finding.itemId ?? ''} ${props.text.slice(finding.start, finding.end)}`;
          const times = seen.get(name) ?? 0;
          seen.set(name, times + 1);
          return <Row key={`${name} ${times}`} {...props} finding={finding} />;
        })}
      </ul>
      {listed.length < findings.length && (
        <button type="button" class="text-button" onClick={() => setShowsAll(true)}>
          {tCount('checks_show_all', findings.length)}
        </button>
      )}
    </>
  );
}

function Row({ text, finding, onGo, onFix, onTurnOff }: ChecksPanelProps & { finding: Finding }) {
  const place =
    finding.rule === 'file-unlinked'
      ? t('popup_details')
      : placeText(text, finding) || t('checks_place_end');
  const sentence = findingText(finding);
  return (
    <li class="check-row">
      <Icon of={TriangleAlert} />
      <div>
        <p dir="auto">{sentence}</p>
        <div class="row wrap">
          <button
            type="button"
            class="text-button check-place"
            aria-label={t('checks_go', place)}
            onClick={() => onGo(finding)}
          >
            <bdi>{place}</bdi>
          </button>
          {finding.fix && onFix && (
            <button
              type="button"
              class="button"
              aria-label={t('checks_fix_of', sentence)}
              onClick={() => onFix(finding)}
            >
              {t('checks_fix')}
            </button>
          )}
          <button
            type="button"
            class="text-button quiet"
            aria-label={t('checks_turn_off_of', checkName(finding.rule))}
            title={t('checks_turn_off_of', checkName(finding.rule))}
            onClick={() => onTurnOff(finding.rule)}
          >
            {t('checks_turn_off')}
          </button>
        </div>
      </div>
    </li>
  );
}
