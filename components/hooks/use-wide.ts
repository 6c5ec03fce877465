import { useEffect, useState } from 'preact/hooks';

/** True while the page is at least this wide. */
export function useWide(px: number): boolean {
  const [isWide, setWide] = useState(() => innerWidth >= px);
  useEffect(() => {
    const query = matchMedia(`(min-width: ${px}px)`);
    const follow = () => setWide(query.matches);
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [px]);
  return isWide;
}
