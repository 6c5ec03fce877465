import type { IconNode } from 'lucide';
import type { Ref } from 'preact';
import { Icon } from './Icon.tsx';

interface IconButtonProps {
  icon: IconNode;
  /** Accessible name, also shown as the tooltip. */
  label: string;
  /** A shorter tooltip. */
  title?: string;
  onClick(event: MouseEvent): void;
  small?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  popup?: 'menu' | 'dialog';
  tabIndex?: number;
  disabled?: boolean;
  /** Keys with the same effect: for `aria-keyshortcuts`, and for the tooltip. */
  keys?: { aria: string; shown: string };
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A button that shows an icon only. */
export function IconButton(props: IconButtonProps) {
  return (
    <button
      type="button"
      class={props.small ? 'icon-button small' : 'icon-button'}
      aria-label={props.label}
      title={props.keys ? `${props.label} (${props.keys.shown})` : (props.title ?? props.label)}
      aria-keyshortcuts={props.keys?.aria}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.popup}
      tabIndex={props.tabIndex}
      disabled={props.disabled}
      onClick={props.onClick}
      ref={props.buttonRef ?? null}
    >
      <Icon of={props.icon} />
    </button>
  );
}
