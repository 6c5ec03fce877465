import fc from 'fast-check';

const unit = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }),
  fc.constantFrom(...[...'/?#%&=@:.-~[](){}<>\\\n\t\u0000'].map((sign) => sign.charCodeAt(0))),
  fc.integer({ min: 0, max: 0xffff }),
);

/**
 * Any UTF-16 code units, including signs of addresses and lone surrogates. It is much faster to set
 * up than fast-check's `unit: 'binary'`, which first reads tables of all of Unicode.
 */
export function anyText(maxLength = 20): fc.Arbitrary<string> {
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units));
}
