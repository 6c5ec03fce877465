import { Paperclip } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { locale, t } from '../../lib/client/i18n.ts';
import type { SiteFileState } from '../../lib/client/site-file-states.ts';
import { byteSize } from '../../lib/core/base/byte-size.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { FilePicker } from '../ui/FilePicker.tsx';
import { Icon } from '../ui/Icon.tsx';
import { EntryRow } from './EntryRow.tsx';
import { FileName } from './FileName.tsx';

interface FilesFieldProps {
  files: readonly SiteFileState[];
  /** Given if a file cannot be chosen here; opens a page where it can. */
  onChoose?: (() => void) | undefined;
  onAdd(files: readonly File[]): void;
  onRename(id: string, name: string): void;
  onRemove(file: SiteFileState): void;
}

/** The files that go to the site with the post: slides, PDFs, whatever it links to. */
export function FilesField({ files, onChoose, onAdd, onRename, onRemove }: FilesFieldProps) {
  const root = useRef<HTMLFieldSetElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const focusSoon = (selector: string) =>
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());
  return (
    <fieldset ref={root} class="files">
      <legend>{t('files_title')}</legend>
      <p class="quiet">{t('files_explained')}</p>
      {files.length > 0 && (
        <ul class="people">
          {files.map((file, at) => (
            <EntryRow
              key={file.id}
              id={file.id}
              open={openId === file.id}
              first
              last
              mark={extensionOf(file.fileName)}
              name={file.fileName}
              more={aboutFile(file)}
              removeLabel={t('files_remove', file.fileName)}
              onToggle={() => setOpenId(openId === file.id ? null : file.id)}
              onMove={() => undefined}
              onRemove={() => {
                onRemove(file);
                const next = files[at + 1] ?? files[at - 1];
                focusSoon(next ? `[data-id="${next.id}"] .person-main` : '.add-file');
              }}
            >
              {!file.kept && <p class="field-error">{t('files_lost_hint')}</p>}
              <FileName
                fileName={file.fileName}
                fieldName={`file.${file.id}.name`}
                taken={
                  new Set(
                    files.flatMap(({ id, fileName }) =>
                      id === file.id ? [] : [fileName.toLowerCase()],
                    ),
                  )
                }
                onName={(name) => onRename(file.id, name)}
              />
              <p class="quiet file-path">
                {t('files_path')} <code dir="ltr">{file.path}</code>
              </p>
            </EntryRow>
          ))}
        </ul>
      )}
      {files.length < limits.files && (
        <button
          type="button"
          class="button quiet add-file"
          onClick={() => (onChoose ? onChoose() : picker.current?.click())}
        >
          <Icon of={Paperclip} />
          {t('files_add')}
        </button>
      )}
      {!onChoose && (
        <FilePicker label={t('files_add')} multiple inputRef={picker} onFiles={onAdd} />
      )}
    </fieldset>
  );
}

const extensionOf = (fileName: string): string =>
  fileName.includes('.') ? fileName.slice(fileName.lastIndexOf('.') + 1).slice(0, 4) : '';

function aboutFile({ size, linked, kept }: SiteFileState): string {
  const state = !kept ? 'files_lost' : linked ? 'files_linked' : 'files_not_linked';
  return `${byteSize(size, locale())} · ${t(state)}`;
}
