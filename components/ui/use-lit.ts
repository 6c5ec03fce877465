import { type Inputs, useEffect, useRef } from 'preact/hooks';

/**
 * Gives one element at a time the class `lit`, without rendering anything.
 * @param find returns the element of an id
 * @param drawn changes when the element may be another one
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller decides when
  useEffect(() => light(lit.current.id), drawn);
  return light;
}
