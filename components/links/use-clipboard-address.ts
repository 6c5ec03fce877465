import { useRef, useState } from 'preact/hooks';
import { askForClipboard, mayReadClipboard, readClipboard } from '../../lib/client/clipboard.ts';
import { addressIn } from './use-pasted-links.ts';

/** The address in the clipboard, to be linked to; it is read only where the user lets us. */
export function useClipboardAddress() {
  const [address, setAddress] = useState<string>();
  const [canAsk, setCanAsk] = useState(false);
  const isRefused = useRef(false);
  const read = async () => setAddress(addressIn(await readClipboard()));
  return {
    address,
    /** True if the user may still be asked. */
    canAsk,
    /** Reads it anew, if the user lets us. */
    async refresh() {
      setAddress(undefined);
      const may = await mayReadClipboard();
      setCanAsk(!may && !isRefused.current);
      if (may) await read();
    },
    /** In an event handler, before anything is awaited. Whoever says no is not asked again in this page. */
    async ask() {
      const may = await askForClipboard();
      isRefused.current = !may;
      setCanAsk(false);
      if (may) await read();
    },
  };
}
