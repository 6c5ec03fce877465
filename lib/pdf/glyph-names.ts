const digits = 'zero one two three four five six seven eight nine'.split(' ');
const ligatures: Record<string, string> = {
  ...{ ff: 'ff', fi: 'fi', fl: 'fl', ffi: 'ffi', ffl: 'ffl', f_f: 'ff', f_i: 'fi', f_l: 'fl' },
  ...{ f_f_i: 'ffi', f_f_l: 'ffl', germandbls: 'ss', ae: 'ae', AE: 'AE', oe: 'oe', OE: 'OE' },
};
const accented =
  /^([A-Za-z])(?:acute|grave|circumflex|dieresis|tilde|caron|cedilla|ring|breve|macron|ogonek|dotaccent|hungarumlaut)$/;

/**
 * Returns the letters that a glyph's name means, without accents; '' for signs, which the search
 * ignores. https://github.com/adobe-type-tools/agl-specification
 */
export function lettersOfGlyph(name: string): string {
  const base = name.split('.')[0] ?? '';
  if (/^[A-Za-z]$/.test(base)) return base;
  const digit = digits.indexOf(base);
  if (digit >= 0) return String(digit);
  if (ligatures[base] !== undefined) return ligatures[base];
  const uni = /^uni([\dA-F]{4})$/.exec(base)?.[1] ?? /^u([\dA-F]{4,6})$/.exec(base)?.[1];
  if (uni) {
    const code = Number.parseInt(uni, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  return accented.exec(base)?.[1] ?? '';
}
