/**
 * Runs a task while no other page or background runs one with the same name. The others wait; with
 * `ifFree` they don't, and undefined is returned.
 */
export function exclusively<T>(
  name: string,
  task: () => Promise<T>,
  { ifFree = false }: { ifFree?: boolean } = {},
): Promise<T | undefined> {
  return navigator.locks.request(`wrapup:${name}`, { ifAvailable: ifFree }, (lock) =>
    lock === null ? undefined : task(),
  );
}
