import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface OptionListProps<T> {
  /** An option's id is this, a hyphen and its index. */
  id: string;
  /** Accessible name. */
  label: string;
  options: readonly T[];
  /** Index of the option that Enter chooses; it is scrolled into view. */
  active: number;
  keyOf(option: T): string;
  draw(option: T): ComponentChildren;
  onChoose(option: T): void;
}

/** Options for a field whose keys move through them; the focus stays in the field. */
export function OptionList<T>(props: OptionListProps<T>) {
  const { id, options, active } = props;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active, options]);
  return (
    <div
      id={id}
      ref={list}
      role="listbox"
      tabIndex={-1}
      aria-label={props.label}
      // This comes before the field would lose the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
        <div
          key={props.keyOf(option)}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onClick={() => props.onChoose(option)}
        >
          {props.draw(option)}
        </div>
      ))}
    </div>
  );
}
