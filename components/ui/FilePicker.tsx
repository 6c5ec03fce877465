import type { Ref } from 'preact';

interface FilePickerProps {
  /** Accessible name. */
  label: string;
  /** Accepted file types, as for an input; absent: any. */
  accept?: string;
  multiple?: boolean;
  /** Chooses a folder, with all files in it. */
  folder?: boolean;
  inputRef: Ref<HTMLInputElement>;
  /** Called with at least one file. */
  onFiles(files: readonly File[]): void;
}

/** An invisible input that opens the browser's file picker when another control clicks it. */
export function FilePicker({ label, folder, inputRef, onFiles, ...input }: FilePickerProps) {
  return (
    <input
      {...input}
      {...(folder ? { webkitdirectory: true } : {})}
      ref={inputRef}
      type="file"
      hidden
      aria-label={label}
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        // This allows choosing the same file again after it was corrected.
        event.currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
