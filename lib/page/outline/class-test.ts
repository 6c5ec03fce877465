/** Pages have few; a hostile one must not fill the memory. */
const maxKnown = 5_000;

/** Tests the value of a `class` by a pattern. Pages repeat few values: each is tested once. */
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
