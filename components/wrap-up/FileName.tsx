import { useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { renamedSiteFile } from '../../lib/core/text/file-name.ts';
import { Field } from '../ui/Field.tsx';
import { useHeldText } from '../ui/held-text.ts';

interface FileNameProps {
  fileName: string;
  fieldName: string;
  /** Names of the other files, in lower case. */
  taken: ReadonlySet<string>;
  /** Told once the field is left, or Enter is pressed: links follow the name, not its letters. */
  onName(name: string): void;
}

/** The name that a file has on the site. */
export function FileName({ fileName, fieldName, taken, onName }: FileNameProps) {
  // A name that is half typed is not put together with the one that the file gets.
  const held = useHeldText(
    fileName,
    () => undefined,
    () => false,
  );
  /** What the file has its name of: Enter, and leaving the field after it, are one renaming. */
  const told = useRef('');
  const commit = () => {
    const name = held.text.trim();
    if (name === '' || name === fileName || name === told.current) return;
    told.current = name;
    onName(name);
  };
  const typed = held.text.trim();
  const becomes = typed === '' ? '' : renamedSiteFile(typed, fileName, taken);
  return (
    <Field
      label={t('files_name')}
      hint={
        becomes === '' || becomes === typed
          ? t('files_name_hint')
          : t('files_name_becomes', becomes)
      }
      error={typed === '' ? t('files_name_empty', fileName) : undefined}
    >
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          type="text"
          class="code"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          maxLength={limits.slug}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          data-field={fieldName}
          value={held.text}
          onFocus={held.onFocus}
          onInput={held.onInput}
          onBlur={() => {
            commit();
            held.onBlur();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) commit();
          }}
        />
      )}
    </Field>
  );
}
