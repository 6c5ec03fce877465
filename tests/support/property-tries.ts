/**
 * How often a property is tried: as often as its file says, for which `npm test` has the time, or
 * `PROPERTY_RUNS` times as often.
 */
export const tries = (usual: number) => ({
  numRuns: Math.ceil(usual * Number(process.env.PROPERTY_RUNS ?? 1)),
});
