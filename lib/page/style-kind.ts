/** A computed value that is the same for all elements of one kind on most pages, because a class sets it. */
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

/** Up to so many elements of a kind, each value is read; few pages have more of one kind. */
const enough = 64;
/** After those, the value is read for one element in so many. */
const step = 8;
/** More than real pages have, so that a hostile page can't fill the memory. */
const maxKinds = 5_000;

interface Known {
  value: string;
  asked: number;
  /** True if elements of the kind differ; then the value is read for each. */
  isMixed: boolean;
}

/**
 * Elements with the same name and classes, whose ancestors also have the same names and classes.
 * Reading a size or a colour takes as long as copying the element, so it is not read for each of a
 * hundred thousand similar ones.
 */
export class StyleKind {
  private readonly inner = new Map<string, Map<string, StyleKind>>();
  private readonly known: (Known | undefined)[] = [];
  private readonly total: { kinds: number };

  constructor(total = { kinds: 0 }) {
    this.total = total;
  }

  /** Returns the kind of an element that is a child of one of this kind. */
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

  /** Returns a kind for a single element that styles may treat differently; its descendants may share kinds. */
  alone(): StyleKind {
    return new StyleKind(this.total);
  }

  /** Returns a computed value of an element of this kind; '' if it has none. */
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
