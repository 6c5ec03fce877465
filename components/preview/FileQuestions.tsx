import { t } from '../../lib/client/i18n.ts';
import type { Answer, FolderReport } from '../hooks/use-site-folder.ts';

interface FileQuestionsProps {
  asked: FolderReport['asked'];
  onAnswer(path: string, answer: Answer): void;
}

/** Files that are not as we left them: the user decides which version stays. */
export function FileQuestions({ asked, onAnswer }: FileQuestionsProps) {
  if (asked.length === 0) return null;
  return (
    <>
      <p class="warn">{t('popup_folder_asked')}</p>
      <ul class="file-questions">
        {asked.map(({ path, there }) => (
          <li key={path}>
            <code>{path}</code>
            <span class="row">
              <button
                type="button"
                class="button"
                aria-label={t('popup_folder_keep_file', path)}
                onClick={() => onAnswer(path, { does: 'keep', there })}
              >
                {t('popup_folder_keep')}
              </button>
              <button
                type="button"
                class="button"
                aria-label={t('popup_folder_overwrite_file', path)}
                onClick={() => onAnswer(path, { does: 'overwrite', there })}
              >
                {t('popup_folder_overwrite')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
