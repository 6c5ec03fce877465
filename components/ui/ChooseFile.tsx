import { type IconNode, ImageUp } from 'lucide';
import { useRef } from 'preact/hooks';
import { FilePicker } from './FilePicker.tsx';
import { Icon } from './Icon.tsx';

interface ChooseFileProps {
  /** The button's text. */
  text: string;
  /** Accessible name, if it says more. */
  label?: string | undefined;
  disabled?: boolean;
  icon?: IconNode;
  /** Accepted file types, as for an input; by default pictures. */
  accept?: string;
  /** Given if a file cannot be chosen here; opens a page where it can. */
  onChoose?: (() => void) | undefined;
  onFile(file: File): void;
}

/** A button that opens the file picker for one file. */
export function ChooseFile(props: ChooseFileProps) {
  const { text, label = text, disabled, icon = ImageUp, accept = 'image/*' } = props;
  const { onChoose, onFile } = props;
  const picker = useRef<HTMLInputElement>(null);
  const choose = () => (onChoose ? onChoose() : picker.current?.click());
  return (
    <>
      <button type="button" class="button" disabled={disabled} aria-label={label} onClick={choose}>
        <Icon of={icon} />
        {text}
      </button>
      {!onChoose && (
        <FilePicker
          label={label}
          accept={accept}
          inputRef={picker}
          onFiles={([file]) => file && onFile(file)}
        />
      )}
    </>
  );
}
