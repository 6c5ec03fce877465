import { type Inputs, useEffect, useRef } from 'preact/hooks';

/**
 * Has one element at a time bear the class `lit`, without rendering anything.
 * @param find where the element of an id is now
 * @param drawn changes where the element may be another one
 */
export function useLit(
  find: (id: string) => Element | null | undefined,
  drawn: Inputs = [],
): (id: string | undefined) => void {
  const lit = useRef<{ id?: string | undefined; element?: Element | null | undefined }>({});
  const light = (id: string | undefined) => {
    lit.current.element?.classList.remove('lit');
    lit.current = { id, element: id === undefined ? undefined : find(id) };
    lit.current.element?.classList.add('lit');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: who uses it says when
  useEffect(() => light(lit.current.id), drawn);
  return light;
}
