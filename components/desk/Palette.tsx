import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { foldText, rank } from '../../lib/core/text/rank.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { type DeskCommand, deskCommands, type PostCommand, postCommands } from './commands.ts';
import { KeyCaps } from './KeyCaps.tsx';

interface PaletteProps {
  /** False where there is no block that a command could be for. */
  hasBlocks: boolean;
  /** Told of the command once the palette is to go. */
  onRun(command: DeskCommand | PostCommand): void;
  onClose(): void;
}

/**
 * All commands, found by typing and run by Enter; each tells its key.
 * After https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, in a dialog.
 */
export function Palette({ hasBlocks, onRun, onClose }: PaletteProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const all = useMemo(
    () =>
      [
        ...(hasBlocks ? postCommands.filter(({ moves }) => !moves) : []),
        ...deskCommands.filter(({ action }) => action !== 'palette'),
      ].map((value) => ({ value, name: foldText(t(value.name)), rest: '' })),
    [hasBlocks, t('language_tag')],
  );
  const shown = useMemo(() => rank(query, all), [query, all]);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active, shown]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const { key } = event;
    const { length } = shown;
    const command = shown[active];
    if (key === 'ArrowDown') setActive((active + 1) % Math.max(length, 1));
    else if (key === 'ArrowUp') setActive((active || length) - 1);
    else if (key === 'Enter' && command) onRun(command);
    else if (key !== 'Enter') return;
    event.preventDefault();
  };
  return (
    <Dialog label={t('command_palette')} class="palette" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={t('palette_search')}
        aria-autocomplete="list"
        aria-expanded={true}
        aria-controls={listId}
        aria-activedescendant={shown[active] ? `${listId}-${active}` : undefined}
        placeholder={t('palette_search')}
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
      <div
        id={listId}
        ref={list}
        role="listbox"
        tabIndex={-1}
        aria-label={t('palette_list')}
        // Before the field loses the focus.
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown.map((command, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
          <div
            key={command.name}
            id={`${listId}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            onClick={() => onRun(command)}
          >
            <span>{t(command.name)}</span>
            <KeyCaps keys={command.keys.slice(0, 1)} />
          </div>
        ))}
      </div>
      <p class="quiet palette-state" role="status">
        {shown.length === 0 && t('palette_none')}
      </p>
    </Dialog>
  );
}
