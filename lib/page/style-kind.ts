/** A computed value that the elements of one kind share on most pages, which give it by a class. */
export interface SharedValue {
  index: number;
  read(style: CSSStyleDeclaration): string | undefined;
}

export const fontSize: SharedValue = { index: 0, read: (style) => style.fontSize };
export const letterColour: SharedValue = {
  index: 1,
  read: (style) => style.webkitTextFillColor || style.color,
};
export const backgroundColour: SharedValue = { index: 2, read: (style) => style.backgroundColor };

/** Elements of a kind that are all asked: few pages have more of one. */
const enough = 64;
/** Of those after them, one in so many is. */
const step = 8;
/** More than pages have; a hostile one must not fill the memory. */
const maxKinds = 5_000;

interface Known {
  value: string;
  asked: number;
  /** Elements of the kind differ: each is asked. */
  isMixed: boolean;
}

/**
 * Elements whose names and classes are the same, and so are those of all elements around them. To read a size or a
 * colour costs as much as to copy the element: of a hundred thousand alike, not all are asked.
 */
export class StyleKind {
  private readonly inner = new Map<string, Map<string, StyleKind>>();
  private readonly known: (Known | undefined)[] = [];
  private readonly total: { kinds: number };

  constructor(total = { kinds: 0 }) {
    this.total = total;
  }

  /** The kind of an element in one of this kind. */
  within(name: string, classes: string): StyleKind {
    let named = this.inner.get(name);
    if (!named) {
      named = new Map();
      this.inner.set(name, named);
    }
    let kind = named.get(classes);
    if (!kind) {
      kind = this.alone();
      if (this.total.kinds++ < maxKinds) named.set(classes, kind);
    }
    return kind;
  }

  /** The kind of an element that a style may mean alone; those in it may have something in common. */
  alone(): StyleKind {
    return new StyleKind(this.total);
  }

  /** A computed value of an element of this kind; '' where it has none. */
  read(style: CSSStyleDeclaration, shared: SharedValue): string {
    const known = this.known[shared.index];
    if (known && !known.isMixed) {
      known.asked++;
      if (known.asked > enough && known.asked % step !== 0) return known.value;
    }
    const value = shared.read(style) ?? '';
    if (!known) this.known[shared.index] = { value, asked: 1, isMixed: false };
    else if (value !== known.value) known.isMixed = true;
    return value;
  }
}
