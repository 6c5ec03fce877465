import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { caretBox } from './caret-box.ts';
import { placeBeside } from './place-beside.ts';
import type { LinkSession } from './use-link-session.ts';

/** Keeps the list beside the words, wherever they move on the screen. */
export function useBesideWords(
  picker: { current: HTMLElement | null },
  session: LinkSession | null,
  shown: unknown,
): void {
  const latest = useRef(() => {});
  latest.current = () => {
    const element = picker.current;
    if (!element || !session?.field.isConnected) return;
    const { field, start, end } = session;
    const [first, last] = [caretBox(field, start), caretBox(field, end)];
    element.style.maxHeight = '';
    const { left, edge, maxHeight } = placeBeside(
      { left: first.left, top: Math.min(first.top, last.top), bottom: last.bottom },
      { width: element.offsetWidth, height: element.offsetHeight },
      { width: innerWidth, height: innerHeight },
    );
    const px = (value: number | undefined) => (value === undefined ? 'auto' : `${value}px`);
    Object.assign(element.style, {
      left: px(left),
      top: px('top' in edge ? edge.top : undefined),
      bottom: px('bottom' in edge ? edge.bottom : undefined),
      maxHeight: px(maxHeight),
    });
  };
  useLayoutEffect(() => latest.current(), [session, shown]);
  useEffect(() => {
    const again = (event: Event) => {
      if (!(event.target instanceof Node && picker.current?.contains(event.target)))
        latest.current();
    };
    document.addEventListener('scroll', again, true);
    addEventListener('resize', again);
    return () => {
      document.removeEventListener('scroll', again, true);
      removeEventListener('resize', again);
    };
  }, [picker]);
}

/** Marks the field with the focus as the one that the list belongs to. */
export function useFieldAttributes(
  session: LinkSession | null,
  listId: string,
  activeId: string | undefined,
): void {
  useEffect(() => {
    if (!session?.isTyped) return;
    const { field } = session;
    const attributes = {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': listId,
      ...(activeId ? { 'aria-activedescendant': activeId } : {}),
    };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(attributes)) field.removeAttribute(name);
    };
  }, [session, listId, activeId]);
}
