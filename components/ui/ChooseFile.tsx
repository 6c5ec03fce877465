import { ImageUp } from 'lucide';
import { Icon } from './Icon.tsx';

interface ChooseFileProps {
  /** What the button says. */
  text: string;
  /** Accessible name, if it says more. */
  label?: string | undefined;
  disabled?: boolean;
  /** Given where a file cannot be chosen here: opens where it can. */
  onChoose?: (() => void) | undefined;
  onFile(file: File): void;
}

/** A button that opens the file picker for one picture. */
export function ChooseFile({ text, label = text, disabled, onChoose, onFile }: ChooseFileProps) {
  const choose = (event: MouseEvent) => {
    if (onChoose) return onChoose();
    const input = (event.currentTarget as HTMLElement).nextElementSibling;
    (input as HTMLInputElement | null)?.click();
  };
  return (
    <>
      <button type="button" class="button" disabled={disabled} aria-label={label} onClick={choose}>
        <Icon of={ImageUp} />
        {text}
      </button>
      {!onChoose && (
        <input
          type="file"
          accept="image/*"
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
