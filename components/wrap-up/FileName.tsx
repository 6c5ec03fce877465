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
  /**
   * Called once the field is left, or Enter is pressed, because links follow the whole name, not
   * its letters.
   */
  onName(name: string): void;
}

/** The name of a file on the site. */
export function FileName({ fileName, fieldName, taken, onName }: FileNameProps) {
  // A half-typed name is not merged with the one that the file gets.
  const held = useHeldText(
    fileName,
    () => undefined,
    () => false,
  );
  /**
   * The name that the file was given: Enter, and leaving the field afterwards, are one renaming.
   */
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
