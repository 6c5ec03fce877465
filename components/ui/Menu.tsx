import type { IconNode } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { useLeave } from './outside.ts';

export interface MenuEntry {
  label: string;
  icon: IconNode;
  onPick(): void;
}

interface MenuProps {
  label: string;
  icon: IconNode;
  entries: readonly MenuEntry[];
  /** The button's text, if it has more than its icon. */
  text?: string;
  /** Shows only the text, without the icon. */
  bareText?: boolean;
  /** Classes of a button with text. */
  class?: string;
  small?: boolean;
  tabIndex?: number;
}

/** A button that opens a menu, following the ARIA menu-button pattern. */
export function Menu({ label, icon, entries, ...looks }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLeave(root, open, () => setOpen(false));
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    // In a list that scrolls, its last entries may be outside the view.
    root.current?.querySelector('[role=menu]')?.scrollIntoView?.({ block: 'nearest' });
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items[(to + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape') {
      // Otherwise the browser closes the popup.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles the keys of its menu
    <div class="menu-root" ref={root} onKeyDown={onKeyDown}>
      {looks.text === undefined ? (
        <IconButton
          icon={icon}
          label={label}
          popup="menu"
          small={looks.small ?? false}
          tabIndex={looks.tabIndex ?? 0}
          expanded={open}
          buttonRef={button}
          onClick={() => setOpen(!open)}
        />
      ) : (
        <button
          type="button"
          class={looks.class ?? 'button'}
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={open}
          ref={button}
          onClick={() => setOpen(!open)}
        >
          {!looks.bareText && <Icon of={icon} />}
          {looks.text}
        </button>
      )}
      {open && (
        <div class="menu floating" role="menu" aria-label={label}>
          {entries.map((entry) => (
            <button
              key={entry.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                entry.onPick();
              }}
            >
              <Icon of={entry.icon} />
              {entry.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
