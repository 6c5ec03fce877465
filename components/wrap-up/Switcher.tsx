import { ChevronDown } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { Icon } from '../ui/Icon.tsx';
import { useLeave } from '../ui/outside.ts';
import { TextField } from '../ui/TextField.tsx';
import { SwitcherPanel } from './SwitcherPanel.tsx';

export interface SwitcherProps {
  /** Sorted by their last change, the newest first. */
  wrapUps: readonly WrapUp[];
  /** Where new clips go: a wrap-up's id or `inboxId`; undefined before there is anything. */
  activeId: string | undefined;
  title: string;
  /** How many clips wait in the inbox. */
  inboxCount: number;
  onPick(id: string): void;
  onCreate(title: string): void;
  /** Called with each keystroke while renaming. */
  onRename(title: string): void;
  onArchive(id: string): void;
  /** Moves it, with everything in it, to the trash. */
  onDelete(id: string): void;
}

/**
 * Shows the current wrap-up, and opens the panel for choosing, searching, renaming or archiving.
 */
export function Switcher(props: SwitcherProps) {
  const [open, setOpen] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLeave(root, open, () => setOpen(false));
  const focusButton = () => requestAnimationFrame(() => button.current?.focus());
  const close = () => {
    setOpen(false);
    focusButton();
  };

  if (renaming) {
    return (
      <form
        class="switcher renaming"
        onSubmit={(event) => {
          event.preventDefault();
          setRenaming(false);
          focusButton();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          setRenaming(false);
          focusButton();
        }}
        onFocusOut={() => setRenaming(false)}
      >
        <TextField
          label={t('popup_rename_label')}
          hideLabel
          value={props.title}
          fieldName="rename"
          controlRef={focusAndSelect}
          onText={props.onRename}
        />
      </form>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles Escape from its content
    <div
      class="switcher"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        // Otherwise the browser closes the popup.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <h1>
        <button
          type="button"
          class="switcher-button"
          ref={button}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span dir="auto">{props.title}</span>
          <Icon of={ChevronDown} />
        </button>
      </h1>
      {open && (
        <SwitcherPanel
          {...props}
          onClose={close}
          onRenameStart={() => {
            setOpen(false);
            setRenaming(true);
          }}
        />
      )}
    </div>
  );
}

const focusAndSelect = (control: HTMLInputElement | null) => {
  if (!control || control === document.activeElement) return;
  control.focus();
  control.select();
};
