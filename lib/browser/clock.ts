/** The system's clock (`Clock` in `lib/app/ports.ts`). */
export const systemClock = {
  now: (): string => new Date().toISOString(),
  offsetMinutes: (instant: string): number => -new Date(instant).getTimezoneOffset(),
};
