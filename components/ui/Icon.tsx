import type { IconNode } from 'lucide';
import { h } from 'preact';
import { iconPath } from './icon-path.ts';

interface IconProps {
  /** One of lucide's icons, as data. */
  of: IconNode;
  /**
   * Accessible name; without it the icon is hidden from assistive tools, because there is text
   * beside it.
   */
  label?: string;
  class?: string;
}

/** A 16 px line icon in the colour of the text around it. */
export function Icon({ of, label, class: className }: IconProps) {
  const path = iconPath(of);
  return (
    <svg
      viewBox="0 0 24 24"
      class={className ? `icon ${className}` : 'icon'}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {path === null ? of.map(([tag, attributes]) => h(tag, attributes)) : <path d={path} />}
    </svg>
  );
}
