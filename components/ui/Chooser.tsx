import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { foldText, rank } from '../../lib/core/text/rank.ts';
import { Dialog } from './Dialog.tsx';
import { OptionList } from './OptionList.tsx';

export interface Option<T> {
  value: T;
  /** Its name, by which it is found; must be unique. */
  name: string;
  /** Other words by which it is found. */
  also?: string;
  /** Shown after the name. */
  detail?: ComponentChildren;
}

interface ChooserProps<T> {
  label: string;
  searchLabel: string;
  listLabel: string;
  noneText: string;
  options: readonly Option<T>[];
  onChoose(value: T): void;
  onClose(): void;
}

/** More than anybody reads; the next letter finds what is missing. */
const mostShown = 60;

/**
 * A dialog over the page with options to choose from, found by typing and chosen with Enter. It
 * follows https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.
 */
export function Chooser<T>(props: ChooserProps<T>) {
  const { options, onChoose } = props;
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const all = useMemo(
    () =>
      options.map((value) => ({
        value,
        name: foldText(value.name),
        rest: foldText(value.also ?? ''),
      })),
    [options],
  );
  const shown = useMemo(() => rank(query, all).slice(0, mostShown), [query, all]);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const { key } = event;
    const { length } = shown;
    const option = shown[active];
    if (key === 'ArrowDown') setActive((active + 1) % Math.max(length, 1));
    else if (key === 'ArrowUp') setActive((active || length) - 1);
    else if (key === 'Enter' && option) onChoose(option.value);
    else if (key !== 'Enter') return;
    event.preventDefault();
  };
  return (
    <Dialog label={props.label} class="palette" onClose={props.onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={props.searchLabel}
        aria-autocomplete="list"
        aria-expanded={true}
        aria-controls={listId}
        aria-activedescendant={shown[active] ? `${listId}-${active}` : undefined}
        placeholder={props.searchLabel}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        ref={input}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <OptionList
        id={listId}
        label={props.listLabel}
        options={shown}
        active={active}
        keyOf={({ name }) => name}
        draw={({ name, detail }) => (
          <>
            <span dir="auto">{name}</span>
            {detail}
          </>
        )}
        onChoose={({ value }) => onChoose(value)}
      />
      <p class="quiet palette-state" role="status">
        {shown.length === 0 && props.noneText}
      </p>
    </Dialog>
  );
}
