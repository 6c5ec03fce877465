import { useRef, useState } from 'preact/hooks';
import { askForClipboard, mayReadClipboard, readClipboard } from '../../lib/client/clipboard.ts';
import { addressIn } from './use-pasted-links.ts';

/**
 * Suggests the address in the clipboard for a link; the clipboard is read only if the user allows it.
 */
export function useClipboardAddress() {
  const [address, setAddress] = useState<string>();
  const [canAsk, setCanAsk] = useState(false);
  const isRefused = useRef(false);
  const read = async () => setAddress(addressIn(await readClipboard()));
  return {
    address,
    /** True if the user may be asked for permission. */
    canAsk,
    /** Reads the clipboard again, if the user has allowed it. */
    async refresh() {
      setAddress(undefined);
      const may = await mayReadClipboard();
      setCanAsk(!may && !isRefused.current);
      if (may) await read();
    },
    /**
     * Call it in an event handler, before anything is awaited. A user who says no is not asked
     * again in this page.
     */
    async ask() {
      const may = await askForClipboard();
      isRefused.current = !may;
      setCanAsk(false);
      if (may) await read();
    },
  };
}
