/**
 * Handles Escape in the fields of an open row: closes it, and returns the focus to the row's own
 * button. Without that the browser would close the popup.
 */
export const closeOnEscape =
  (close: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || !(event.currentTarget instanceof Element)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    close();
  };
