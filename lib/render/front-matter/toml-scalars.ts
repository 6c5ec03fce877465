/** A basic string; what TOML wants escaped, and line ends that only some readers take for such. */
export function tomlQuoted(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand there
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, (char) => {
      return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  return `"${escaped}"`;
}

/** In single quotes, which know no escapes, where they can hold it. */
export const tomlSingle = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand there
  /['\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text) ? tomlQuoted(text) : `'${text}'`;

export const tomlKey = (text: string): string => (/^[\w-]+$/.test(text) ? text : tomlQuoted(text));
