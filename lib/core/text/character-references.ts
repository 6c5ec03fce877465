const names = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }),
);

/**
 * Decodes the character references of HTML and XML: by number, and the names with which text is
 * escaped. Other names stay, and numbers of no character.
 */
export const decodeReferences = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, number, hex, name) => {
    if (name !== undefined) return names.get(name.toLowerCase()) ?? all;
    const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : all;
  });
