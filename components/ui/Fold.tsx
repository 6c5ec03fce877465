import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldProps {
  label: string;
  /** It contains something, so it opens by itself. */
  filled: boolean;
  children: ComponentChildren;
}

/** Seldom used fields, folded until they are filled or requested. */
export function Fold({ label, filled, children }: FoldProps) {
  const [open, setOpen] = useState(filled);
  const [wasFilled, setWasFilled] = useState(filled);
  if (filled !== wasFilled) {
    setWasFilled(filled);
    // Fields emptied by hand stay visible, because the user may be about to type something else.
    if (filled) setOpen(true);
  }
  return (
    <details class="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      <div class="fold-fields">{children}</div>
    </details>
  );
}
