/** Returns the wrap-up that the desk's address names; undefined: the current one. */
export const namedWrapUp = (): string | undefined =>
  decodeURIComponent(location.hash.slice(1)) || undefined;
