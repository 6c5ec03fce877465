/** What `read` gives, or `otherwise` where the page makes it fail: one broken part loses no other. */
export function attempt<T>(read: () => T, otherwise: T, failed?: () => void): T {
  try {
    return read();
  } catch {
    failed?.();
    return otherwise;
  }
}
