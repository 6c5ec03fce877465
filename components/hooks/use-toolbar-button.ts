import { useEffect, useState } from 'preact/hooks';
import { isButtonInSight } from '../../lib/browser/toolbar-button.ts';

/**
 * As `isButtonInSight`; undefined until that is known, too. Asked again whenever the page comes to the front: the
 * button is moved in the browser's own menus.
 */
export function useToolbarButton(): boolean | undefined {
  const [isInSight, setInSight] = useState<boolean>();
  useEffect(() => {
    // Without an answer the page says nothing of the button.
    const ask = () => void isButtonInSight().then(setInSight, () => undefined);
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, []);
  return isInSight;
}
