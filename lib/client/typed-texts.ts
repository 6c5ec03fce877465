const storageKey = 'wrapup:options:typed';

type Texts = Record<string, string>;

function load(): Texts {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    const entries = Object.entries(kept ?? {}).filter(([, text]) => typeof text === 'string');
    return Object.fromEntries(entries);
  } catch {
    // An unreadable value counts as never begun.
    return {};
  }
}

/**
 * Returns what was begun in a field of the options and can't be stored yet, such as half a number.
 */
export function typedText(field: string): string | undefined {
  return load()[field];
}

/** Keeps it across the closing of the page; '' forgets it. */
export function keepTypedText(field: string, text: string): void {
  const { [field]: _, ...others } = load();
  try {
    localStorage.setItem(storageKey, JSON.stringify(text ? { ...others, [field]: text } : others));
  } catch {
    // Without room it is lost with the page; the last valid number is stored.
  }
}
