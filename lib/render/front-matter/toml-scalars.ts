/**
 * Writes a basic string; escapes what TOML requires, and line ends that only some parsers
 * recognise.
 */
export function tomlQuoted(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not occur there
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, (char) => {
      return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  return `"${escaped}"`;
}

/** Uses single quotes, which have no escapes, if possible. */
export const tomlSingle = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not occur there
  /['\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text) ? tomlQuoted(text) : `'${text}'`;

export const tomlKey = (text: string): string => (/^[\w-]+$/.test(text) ? text : tomlQuoted(text));
