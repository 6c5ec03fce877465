import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { fileName } from '../exporters/post-name.ts';

/** Resolves to whether the text is on the clipboard. Call it directly in the click's handler. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The browser refuses; the caller reports it.
    return false;
  }
}

/** Downloads a post under its name in an export. */
export function downloadMarkdown(wrapUp: WrapUp, text: string, houseStyle: Profile): void {
  const blob = new Blob([text], { type: 'text/markdown;charset=utf-8' });
  downloadFile(fileName(wrapUp, houseStyle), blob);
}

/** Passes a file to the browser's downloads. */
export function downloadFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is plenty, and the page may close sooner.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
