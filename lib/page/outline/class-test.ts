/** Pages have few; a hostile one must not fill the memory. */
const maxKnown = 5_000;

/**
 * Makes a test of `class` values against a pattern. Pages repeat few values, so each is tested
 * once.
 */
export function classTest(pattern: RegExp): (classes: string) => boolean {
  const known = new Map<string, boolean>();
  return (classes) => {
    let is = known.get(classes);
    if (is === undefined) {
      is = pattern.test(classes);
      if (known.size >= maxKnown) known.clear();
      known.set(classes, is);
    }
    return is;
  };
}
