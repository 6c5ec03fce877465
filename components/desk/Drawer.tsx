import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { IconButton } from '../ui/IconButton.tsx';

interface DrawerProps {
  id: string;
  title: string;
  onClose(): void;
  children: ComponentChildren;
}

/** Something beside the post that opens on request; the post stays accessible. */
export function Drawer({ id, title, onClose, children }: DrawerProps) {
  return (
    <section
      class="drawer"
      id={id}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header class="drawer-head">
        <h2>{title}</h2>
        <IconButton icon={X} label={t('desk_close', title)} onClick={onClose} />
      </header>
      <div class="drawer-body">{children}</div>
    </section>
  );
}
