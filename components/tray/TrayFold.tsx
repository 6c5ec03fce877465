import { ChevronDown, ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../ui/Icon.tsx';

interface TrayFoldProps {
  id: string;
  title: string;
  isOpen: boolean;
  onToggle(isOpen: boolean): void;
  children: ComponentChildren;
}

/** A section of the tray that can be folded, below the clips. */
export function TrayFold({ id, title, isOpen, onToggle, children }: TrayFoldProps) {
  return (
    <section class={isOpen ? 'tray-fold open' : 'tray-fold'} aria-label={title}>
      <button
        type="button"
        class="tray-head"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onToggle(!isOpen)}
      >
        <Icon of={isOpen ? ChevronDown : ChevronRight} />
        {title}
      </button>
      {isOpen && (
        <div class="tray-fold-body" id={id}>
          {children}
        </div>
      )}
    </section>
  );
}
