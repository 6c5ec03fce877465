import { FileType, Type, X } from 'lucide';
import { useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { FilePicker } from '../ui/FilePicker.tsx';
import { Menu } from '../ui/Menu.tsx';

interface OwnTypeMenuProps {
  /** Name of the chosen style sheet. */
  name: string | undefined;
  onFile(file: File): void;
  onRemove(): void;
}

/** Shows the preview in the blog's own type, from a style sheet that the user chooses as a file. */
export function OwnTypeMenu({ name, onFile, onRemove }: OwnTypeMenuProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu
        small
        icon={Type}
        label={t('own_type')}
        entries={[
          { label: t('own_type_choose'), icon: FileType, onPick: () => input.current?.click() },
          ...(name === undefined
            ? []
            : [{ label: t('own_type_remove', name), icon: X, onPick: onRemove }]),
        ]}
      />
      <FilePicker
        label={t('own_type_choose')}
        accept=".css,text/css"
        inputRef={input}
        onFiles={([file]) => file && onFile(file)}
      />
    </>
  );
}
