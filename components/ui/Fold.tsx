import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldProps {
  label: string;
  /** Something is in it, so that it has to be seen: it opens by itself. */
  filled: boolean;
  children: ComponentChildren;
}

/** Fields that are seldom used, folded away until they are filled or asked for. */
export function Fold({ label, filled, children }: FoldProps) {
  const [open, setOpen] = useState(filled);
  const [wasFilled, setWasFilled] = useState(filled);
  if (filled !== wasFilled) {
    setWasFilled(filled);
    // What was emptied by hand stays in sight: one may be about to type another.
    if (filled) setOpen(true);
  }
  return (
    <details class="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      <div class="fold-fields">{children}</div>
    </details>
  );
}
