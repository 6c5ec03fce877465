import { FolderDown, TriangleAlert, X } from 'lucide';
import { errorText } from '../../lib/client/error-text.ts';
import { listed, t, tCount } from '../../lib/client/i18n.ts';
import type { Answer, FolderReport } from '../hooks/use-site-folder.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { FileQuestions } from './FileQuestions.tsx';

interface FolderPanelProps {
  /** The folder's own name; undefined while there is none. */
  name: string | undefined;
  /** The result of the last export; null before it. */
  report: FolderReport | null;
  onSave(): void;
  onPick(): void;
  onAnswer(path: string, answer: Answer): void;
  onDismiss(): void;
}

/** The site's folder: its name, what was written there, and what is left to decide. */
export function FolderPanel(props: FolderPanelProps) {
  const { name, report, onPick, onDismiss } = props;
  return (
    <section class="draft-panel" aria-label={t('popup_folder')}>
      <div class="row">
        <div class="grow" role="status">
          {report ? <Outcome name={name ?? ''} report={report} /> : <p>{introText(name)}</p>}
        </div>
        <IconButton small icon={X} label={t('popup_dismiss')} onClick={onDismiss} />
      </div>
      {report && <FileQuestions asked={report.asked} onAnswer={props.onAnswer} />}
      <div class="row wrap">
        {(!report || report.stopped) && (
          <button type="button" class="button primary" onClick={props.onSave}>
            <Icon of={FolderDown} />
            {t(name === undefined ? 'popup_folder_pick' : 'popup_folder_save')}
          </button>
        )}
        {name !== undefined && (
          <button type="button" class="text-button" onClick={onPick}>
            {t('popup_folder_pick_another')}
          </button>
        )}
      </div>
    </section>
  );
}

function introText(name: string | undefined): string {
  return name === undefined ? t('popup_folder_intro') : t('popup_folder_intro_known', name);
}

function Outcome({ name, report }: { name: string; report: FolderReport }) {
  const { written, failed, cleaned, unused, stopped } = report;
  return (
    <>
      {stopped && (
        <p class="bad" role="alert">
          <Icon of={TriangleAlert} /> {stoppedText(stopped.failure.code)}
        </p>
      )}
      {written.length > 0 ? (
        <details>
          <summary>{t('popup_folder_done', name, countsText(report))}</summary>
          <Paths paths={written} />
        </details>
      ) : (
        <p>{t('popup_folder_done', name, countsText(report))}</p>
      )}
      {stopped && stopped.left.length > 0 && (
        <details>
          <summary>{tCount('popup_folder_left', stopped.left.length)}</summary>
          <Paths paths={stopped.left} />
        </details>
      )}
      {failed.length > 0 && (
        <ul class="bad">
          {failed.map(({ path, failure }) => (
            <li key={path}>
              <code>{path}</code> {t('popup_folder_not_written')} {errorText(failure)}
            </li>
          ))}
        </ul>
      )}
      {cleaned.length > 0 && (
        <>
          <p>{t('popup_folder_cleaned')}</p>
          <Paths paths={cleaned} />
        </>
      )}
      {unused.length > 0 && (
        <>
          <p>{t('popup_folder_unused')}</p>
          <Paths paths={unused} />
        </>
      )}
    </>
  );
}

function stoppedText(code: FolderReport['failed'][number]['failure']['code']): string {
  return code === 'export-cancelled' ? t('popup_folder_cancelled') : errorText({ code });
}

function Paths({ paths }: { paths: readonly string[] }) {
  return (
    <ul>
      {paths.map((path) => (
        <li key={path}>
          <code>{path}</code>
        </li>
      ))}
    </ul>
  );
}

function countsText({ written, asTheyWere, kept }: FolderReport): string {
  return listed([
    tCount('popup_folder_written', written.length),
    ...(asTheyWere.length > 0 ? [tCount('popup_folder_same', asTheyWere.length)] : []),
    ...(kept.length > 0 ? [tCount('popup_folder_kept', kept.length)] : []),
  ]);
}
