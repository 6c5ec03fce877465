const writtenFromRight =
  '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const fromRight = new RegExp(`[${writtenFromRight}]`, 'u');
const fromLeft = new RegExp(`(?![${writtenFromRight}])\\p{L}`, 'u');

/**
 * Prepares a text for a sentence written in `direction`. If it has letters of the other direction,
 * it is isolated (FSI and PDI of UAX #9), so neither reorders the other's words and punctuation.
 */
export function isolateIn(direction: string, text: string): string {
  const other = direction === 'rtl' ? fromLeft : fromRight;
  return other.test(text) ? `\u2068${text}\u2069` : text;
}
