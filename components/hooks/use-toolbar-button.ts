import { useEffect, useState } from 'preact/hooks';
import { isButtonInSight } from '../../lib/browser/toolbar-button.ts';

/**
 * The result of `isButtonInSight`; undefined until that is known, too. It is read again whenever
 * the page comes to the front, because the button is moved in the browser's own menus.
 */
export function useToolbarButton(): boolean | undefined {
  const [isInSight, setInSight] = useState<boolean>();
  useEffect(() => {
    // Without an answer the page does not mention the button.
    const ask = () => void isButtonInSight().then(setInSight, () => undefined);
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, []);
  return isInSight;
}
