import { createFileName } from '../../lib/core/slug.ts';

/** Resolves to whether the text is on the clipboard. Call it right in the click's handler. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Hands a Markdown file over to the browser's downloads. */
export function downloadMarkdown(slug: string, text: string): void {
  downloadFile(createFileName(slug, 'md'), text, 'text/markdown;charset=utf-8');
}

/** Hands a file over to the browser's downloads. */
export function downloadFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  mediaType: string,
): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is plenty, and the page may go sooner.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
