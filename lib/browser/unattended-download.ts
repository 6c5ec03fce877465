import { browser } from 'wxt/browser';

interface Change {
  id: number;
  state?: { current?: string | undefined } | undefined;
}

/**
 * Passes a file to the browser's downloads without a gesture, which a link would need; it requires
 * the permission. The browser reads the file by its address until the download is over; then the
 * address is revoked.
 * @returns once it has begun
 */
export async function downloadUnattended(filename: string, file: Blob): Promise<void> {
  const url = URL.createObjectURL(file);
  const { downloads } = browser;
  const over = new Set<number>();
  let begun: number | undefined;
  const listener = ({ id, state }: Change) => {
    if (state?.current === undefined || state.current === 'in_progress') return;
    over.add(id);
    endIfOver();
  };
  const end = () => {
    downloads.onChanged.removeListener(listener);
    URL.revokeObjectURL(url);
  };
  const endIfOver = () => {
    if (begun !== undefined && over.has(begun)) end();
  };
  // A small file may be over before its id is known.
  downloads.onChanged.addListener(listener);
  try {
    begun = await downloads.download({ url, filename });
  } catch (thrown) {
    end();
    throw thrown;
  }
  endIfOver();
}
