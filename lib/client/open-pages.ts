const prefix = 'wrapup:page:';

/** Holds a lock while this page is open, so that others know that it still writes. */
export function holdPageLock(client: string): void {
  void navigator.locks?.request(prefix + client, () => new Promise(() => {}));
}

/** The pages of Wrapup that are open now. */
export async function openPages(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const names = held.map(({ name = '' }) => name);
  return new Set(
    names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
  );
}
