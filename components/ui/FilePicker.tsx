import type { Ref } from 'preact';

interface FilePickerProps {
  /** Accessible name. */
  label: string;
  /** Types of files, as an input has them; absent: any. */
  accept?: string;
  multiple?: boolean;
  /** A folder is chosen, with all files in it. */
  folder?: boolean;
  inputRef: Ref<HTMLInputElement>;
  /** Told of one file at least. */
  onFiles(files: readonly File[]): void;
}

/** What the browser's file picker is opened by: nobody sees it, and something else that is pressed clicks it. */
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
        // The same file may be chosen again after it was mended.
        event.currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
