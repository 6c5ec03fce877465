import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type {
  InspectedBackup,
  LeftVersion,
  RestoreCounts,
  RestoreMode,
} from '../../lib/backup/restore-report.ts';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import { clampText } from '../../lib/core/base/limits.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { when } from './when.ts';

interface RestorePreviewProps extends InspectedBackup {
  /** Name of the file. */
  name: string;
  onRestore(mode: RestoreMode): void;
  onCancel(): void;
}

/** The kinds of records, and what a merge does with each. */
const kinds: [keyof RestoreCounts, MessageKey][] = [
  ['new', 'restore_new'],
  ['newerThere', 'restore_newer_there'],
  ['newerHere', 'restore_newer_here'],
  ['both', 'restore_both'],
  ['same', 'restore_same'],
  ['onlyHere', 'restore_only_here'],
  ['purgedHere', 'restore_purged_here'],
];

/**
 * What a backup contains, what restoring it would do, and the choice between merging and replacing.
 */
export function RestorePreview(props: RestorePreviewProps) {
  const { file, counts, report, name } = props;
  const [mode, setMode] = useState<'merge' | 'replace'>('merge');
  const [revives, setRevives] = useState(false);
  const group = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // It appeared below the pressed button.
  useLayoutEffect(() => heading.current?.focus(), []);
  const { wrapUps, items } = report;
  const lost = items.onlyHere + items.newerHere + items.both;
  const isEmptyHere = [wrapUps, items].every(({ new: _, ...rest }) =>
    Object.values(rest).every((count) => count === 0),
  );
  const replaced = lost > 0 ? t('restore_replace_text', lost) : t('restore_replace_nothing');
  const made = when(file.head.createdAt);
  const choice = (value: 'merge' | 'replace', label: string, text: string) => (
    <label class="choice">
      <input
        type="radio"
        name={group}
        value={value}
        checked={mode === value}
        onChange={() => setMode(value)}
      />
      <span>
        <strong>{label}</strong> {text}
      </span>
    </label>
  );
  return (
    <div class="restore-preview">
      <h3 ref={heading} tabIndex={-1}>
        {name}
      </h3>
      <p class="quiet">
        {t('restore_made', made, file.head.app)}{' '}
        {t('restore_holds', counts.wrapUps, counts.items, counts.pictures)}
      </p>
      <table>
        <caption>{t('restore_caption')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('restore_wrap_ups')}</th>
            <th scope="col">{t('restore_clips')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds
            .filter(([kind]) => wrapUps[kind] + items[kind] > 0)
            .map(([kind, key]) => (
              <tr key={kind}>
                <th scope="row">{t(key)}</th>
                <td>{wrapUps[kind]}</td>
                <td>{items[kind]}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {report.profile !== 'same' && report.profile !== 'newer-here' && (
        <p>{t('restore_profile')}</p>
      )}
      {counts.unreadable > 0 && <p>{t('restore_unreadable', counts.unreadable)}</p>}
      {!file.head.hasPictures && <p>{t('restore_no_pictures')}</p>}
      {report.versionCount > 0 && mode === 'merge' && (
        <details>
          <summary>{t('restore_versions', report.versionCount)}</summary>
          <ul>
            {report.versions.map((version) => (
              <li key={`${version.id} ${version.field}`}>{versionText(version)}</li>
            ))}
          </ul>
        </details>
      )}
      {!isEmptyHere && (
        <fieldset>
          <legend>{t('restore_mode')}</legend>
          {choice('merge', t('restore_merge'), t('restore_merge_text'))}
          {choice('replace', t('restore_replace'), replaced)}
        </fieldset>
      )}
      {mode === 'merge' && wrapUps.purgedHere + items.purgedHere > 0 && (
        <CheckBox label={t('restore_revive')} checked={revives} onChange={setRevives} />
      )}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          onClick={() => props.onRestore(mode === 'merge' && revives ? 'revive' : mode)}
        >
          {t(mode === 'replace' ? 'restore_do_replace' : 'restore_do')}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {t('popup_cancel')}
        </button>
      </div>
    </div>
  );
}

const shownLength = 120;

function versionText({ theirs }: LeftVersion): string {
  const text = typeof theirs === 'string' ? theirs : JSON.stringify(theirs);
  return text.length > shownLength ? `${clampText(text, shownLength)}…` : text;
}
