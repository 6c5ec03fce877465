import { eventOf } from './commands.ts';

/**
 * Presses a key of the post on the current block, once the overlay is gone, so a command chosen
 * from a list does what its key does.
 */
export function pressSoon(keys: string): void {
  requestAnimationFrame(() => {
    const block =
      document.activeElement?.closest<HTMLElement>('.desk-post .block') ??
      document.querySelector<HTMLElement>('.desk-post .block:has(> .block-body[tabindex="0"])');
    // While a block is edited, its text would take the key.
    const body = block?.querySelector<HTMLElement>('.block-body') ?? block;
    body?.focus();
    body?.dispatchEvent(
      new KeyboardEvent('keydown', { ...eventOf(keys), bubbles: true, cancelable: true }),
    );
  });
}
