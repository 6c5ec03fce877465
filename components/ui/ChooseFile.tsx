import { type IconNode, ImageUp } from 'lucide';
import { Icon } from './Icon.tsx';

interface ChooseFileProps {
  /** What the button says. */
  text: string;
  /** Accessible name, if it says more. */
  label?: string | undefined;
  disabled?: boolean;
  icon?: IconNode;
  /** Types of files, as an input has them; pictures where it is not given. */
  accept?: string;
  /** Given where a file cannot be chosen here: opens where it can. */
  onChoose?: (() => void) | undefined;
  onFile(file: File): void;
}

/** A button that opens the file picker for one file. */
export function ChooseFile(props: ChooseFileProps) {
  const { text, label = text, disabled, icon = ImageUp, accept = 'image/*' } = props;
  const { onChoose, onFile } = props;
  const choose = (event: MouseEvent) => {
    if (onChoose) return onChoose();
    const input = (event.currentTarget as HTMLElement).nextElementSibling;
    (input as HTMLInputElement | null)?.click();
  };
  return (
    <>
      <button type="button" class="button" disabled={disabled} aria-label={label} onClick={choose}>
        <Icon of={icon} />
        {text}
      </button>
      {!onChoose && (
        <input
          type="file"
          accept={accept}
          hidden
          aria-label={label}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
            if (file) onFile(file);
          }}
        />
      )}
    </>
  );
}
