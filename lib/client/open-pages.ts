const prefix = 'wrapup:page:';

/** Holds a lock as long as this page is open, by which others know that it still writes. */
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
