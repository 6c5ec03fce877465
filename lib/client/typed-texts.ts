const storageKey = 'wrapup:options:typed';

type Texts = Record<string, string>;

function load(): Texts {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    const entries = Object.entries(kept ?? {}).filter(([, text]) => typeof text === 'string');
    return Object.fromEntries(entries);
  } catch {
    // What cannot be read was not begun.
    return {};
  }
}

/** What was begun in a field of the options and cannot be stored yet, as half a number. */
export function typedText(field: string): string | undefined {
  return load()[field];
}

/** Keeps it over the closing of the page; '' forgets it. */
export function keepTypedText(field: string, text: string): void {
  const { [field]: _, ...others } = load();
  try {
    localStorage.setItem(storageKey, JSON.stringify(text ? { ...others, [field]: text } : others));
  } catch {
    // Without room it is gone with the page; the last good number is stored.
  }
}
