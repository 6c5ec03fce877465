/** Copies text to the clipboard; false if the browser refuses. Call it from a click. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The page's policy refuses, or the page has no https.
    return copyByCommand(text);
  }
}

/** On pages without https there is no `navigator.clipboard`. */
function copyByCommand(text: string): boolean {
  let copied = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = event.clipboardData !== null;
  };
  window.addEventListener('copy', onCopy, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true });
  }
  return copied;
}
